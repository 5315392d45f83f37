import type { SmartPoint } from '#app/domain/benefits/smart-check.server.ts';
import { counted } from '#app/lib/money.ts';
import { Details } from '#app/ui/details.tsx';
import { Findings } from '#app/ui/findings.tsx';
import classes from './benefits.module.css';

const WORDS = { block: 'Nobody could judge this yet:', warn: 'Think about this:', note: 'For you to know:' };

/** What to mend before others can hold anybody to a promise. `path`: where its forms are, for those who may write; links lead to the field. */
export function SmartCheck({ points, path }: { points: SmartPoint[]; path: string | undefined }) {
  const linked = points.map(({ at, ...point }) => ({ ...point, ...(at && path && { at: { to: `${path}/${at.to}`, label: at.label } }) }));
  const first = linked.filter((point) => point.severity === 'block');
  const rest = linked.filter((point) => point.severity !== 'block');
  return (
    <section>
      <div className={classes.head}><h2>Could somebody check this promise?</h2></div>
      <p>{first.length ? `Not yet. ${counted(first.length, 'thing')} to mend.` : 'Yes, as far as it is written.'}{path ? ' You can save it as it is.' : ''}</p>
      <Findings findings={first} words={WORDS} />
      {rest.length ? <Details summary={`${counted(rest.length, 'more thing')} to think about`}><Findings findings={rest} words={WORDS} /></Details> : null}
    </section>
  );
}
