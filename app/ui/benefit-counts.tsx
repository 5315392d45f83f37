import { Link } from '@remix-run/react';
import { Bead } from './bead.tsx';
import classes from './benefit-counts.module.css';

interface Props {
  promised: number;
  measurable: number;
  contracted: number;
  measured: number;
  notContracted: number;
  undecided: number;
  to: string;
}

/** How many benefits have come how far, and how many nobody has decided on: the silence is made visible, not blocked. */
export function BenefitCounts({ promised, measurable, contracted, measured, notContracted, undecided, to }: Props) {
  const steps: [string, number][] = [
    ['Promised', promised], ['Measurable', measurable], ['In the contract', contracted], ['Being measured', measured],
  ];
  return (
    <div className={classes.counts}>
      <dl className={classes.steps}>
        {steps.map(([label, count]) => (
          <div key={label} className={classes.step} data-some={count > 0 || undefined}>
            <dt><Bead kind={count > 0 ? 'done' : 'closed'} />{label}</dt>
            <dd>{count.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.rest}>
        {undecided > 0 ? <strong>{`${undecided} not decided yet. `}</strong> : null}
        {notContracted > 0 ? `${notContracted} not in the contract, reason recorded. ` : null}
        <Link to={to}>See all benefits</Link>
      </p>
    </div>
  );
}
