import { Link } from '@remix-run/react';
import classes from './findings.module.css';
import { Icon } from './icon.tsx';

interface Finding {
  severity: keyof typeof WORDS;
  message: string;
  /** The field it is about. */
  at?: { to: string; label: string };
}

/** What the checks found in an answer: things to put right before sending, and things to think about. */
export function Findings({ findings, words = WORDS }: { findings: Finding[]; words?: typeof WORDS }) {
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {findings.map(({ severity, message, at }) => (
        <li key={message} data-severity={severity}>
          <Icon name={severity === 'block' ? 'cross' : severity === 'warn' ? 'triangle' : 'flag'} />
          <span><strong>{words[severity]}</strong> {message}{at ? <>. <Link to={at.to}>{at.label}</Link></> : null}</span>
        </li>
      ))}
    </ul>
  );
}

const WORDS = { block: 'Put right before you send:', warn: 'Think about this:', note: 'For you to know:' };
