import { Button } from '@mantine/core';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import classes from './buttons.module.css';

interface ButtonProps {
  children: ReactNode;
  name?: string;
  value?: string;
  /** The id of the form it sends, when it stands outside it. */
  form?: string;
  /** Another address than the form's own. */
  formAction?: string;
  id?: string;
}

const { button = '', label = '' } = classes;
const LOOK = { root: button, inner: label, label };

const submit = (kind: string) =>
  function SubmitButton({ children, ...props }: ButtonProps) {
    return <Button type="submit" classNames={LOOK} data-kind={kind} {...props}>{children}</Button>;
  };

/** The one main act of a page. */
export const PrimaryButton = submit('primary');
export const SecondaryButton = submit('secondary');
/** Only for declining and deleting. */
export const WarningButton = submit('warning');

/** A submit button that reads as a link: remove a row, mark as answered. */
export const QuietButton = ({ children, hidden, ...props }: ButtonProps & { hidden?: string }) => (
  <button type="submit" className={classes.quiet} {...props}>
    {children}
    {hidden ? <span className="visually-hidden">{` ${hidden}`}</span> : null}
  </button>
);

/** A link that starts or continues the main act: it goes somewhere and changes nothing. */
export const ButtonLink = ({ to, children, kind = 'primary' }: { to: string; children: ReactNode; kind?: 'primary' | 'secondary' }) => (
  <Button component={Link} to={to} classNames={LOOK} data-kind={kind}>{children}</Button>
);

/** Buttons and the link beside them, left aligned; one under the other on phones. */
export const Buttons = ({ children }: { children: ReactNode }) => <div className={classes.row}>{children}</div>;
