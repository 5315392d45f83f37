import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import classes from './status-tag.module.css';

export type Tone = 'blue' | 'outline' | 'violet' | 'amber' | 'teal' | 'green' | 'red' | 'grey' | 'plain';

interface Props {
  /** "plain" is text with no background, so that eyes go to what is left. */
  tone: Tone;
  /** Anything good or bad carries a shape beside its word. */
  shape?: Extract<IconName, 'tick' | 'doubleTick' | 'triangle' | 'cross' | 'dots'>;
  id?: string;
  children: ReactNode;
}

/** One word of a closed set of statuses. Never a link, never capitals. */
export function StatusTag({ tone, shape, id, children }: Props) {
  return (
    <strong className={classes.tag} data-tone={tone} id={id}>
      {shape ? <Icon name={shape} size={16} /> : null}
      {children}
    </strong>
  );
}
