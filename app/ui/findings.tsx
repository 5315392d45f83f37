import classes from './findings.module.css';
import { Icon } from './icon.tsx';

/** What the checks found in an answer: things to put right before sending, and things to think about. */
export function Findings({ findings }: { findings: { severity: 'block' | 'warn' | 'note'; message: string }[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {findings.map(({ severity, message }) => (
        <li key={message} data-severity={severity}>
          <Icon name={severity === 'block' ? 'cross' : severity === 'warn' ? 'triangle' : 'flag'} />
          <span><strong>{WORDS[severity]}</strong> {message}</span>
        </li>
      ))}
    </ul>
  );
}

const WORDS = { block: 'Put right before you send:', warn: 'Think about this:', note: 'For you to know:' };
