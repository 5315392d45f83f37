import type { ReactNode } from 'react';
import { useArrival } from './arrival.ts';
import classes from './banner.module.css';

interface Props {
  kind: 'success' | 'important';
  title: string;
  children?: ReactNode;
}

/** At most one, directly above the h1. Success is announced and takes the focus; it is gone on the next page. */
export const Banner = (props: Props) => (props.kind === 'success' ? <Success {...props} /> : <Framed {...props} frame={{ role: 'region' }} />);

const Success = (props: Props) => <Framed {...props} frame={{ role: 'alert', ...useArrival(props.title) }} />;

const Framed = ({ kind, title, children, frame }: Props & { frame: { role: string } }) => (
  <div className={classes.banner} data-kind={kind} id="banner" aria-labelledby="banner-kind" {...frame}>
    <p className={classes.kind} id="banner-kind">{kind === 'success' ? 'Success' : 'Important'}</p>
    <div className={classes.words}>
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  </div>
);
