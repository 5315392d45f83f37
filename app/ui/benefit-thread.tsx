import { Link } from '@remix-run/react';
import { Bead } from './bead.tsx';
import classes from './benefit-thread.module.css';

interface Props {
  /** Promised, Measurable, In the contract, Being measured. The next missing step may lead somewhere. */
  beads: { label: string; done: boolean; to?: string }[];
  /** "Not in the contract. Reason recorded by Karen Hall on 2 June." */
  offRamp?: string;
}

/** How far one promised benefit has come. */
export function BenefitThread({ beads, offRamp }: Props) {
  return (
    <div className={classes.benefit}>
      <ol className={classes.thread}>
        {beads.map(({ label, done, to }) => (
          <li key={label} className={classes.step} data-done={done || undefined}>
            <Bead kind={done ? 'done' : 'closed'} />
            <span className={classes.label}>
              {to ? <Link to={to}>{label}</Link> : label}
              <span className="visually-hidden">{done ? ': done' : ': not yet'}</span>
            </span>
          </li>
        ))}
      </ol>
      {offRamp ? <p className={classes.offRamp}>{offRamp}</p> : null}
    </div>
  );
}
