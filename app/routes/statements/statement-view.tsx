import type { PublicBenefit } from '#app/domain/statements/statement-body.ts';
import type { ShownStory, StatementView as View } from '#app/domain/statements/statement-pages.server.ts';
import { GRADES, verdictWords } from '#app/domain/verdicts/verdicts-in-words.ts';
import { day } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import classes from './statements.module.css';

/** What an enterprise says in public: the same in the preview, on the page, and in print. Stands under an h1. */
export const StatementView = ({ body, stories, removed }: View) => (
  <>
    <div className={classes.words}><Prose text={body.words} /></div>
    <section>
      <h2>What was promised, and what came of it</h2>
      <p>{`${summaryOf(body)} Each verdict was given by somebody who neither recorded the results nor owns the promise.`}</p>
      {body.benefits.map((benefit) => <Benefit key={benefit.number} benefit={benefit} />)}
    </section>
    <section>
      <h2>Promises that were dropped</h2>
      {body.dropped.length ? <ul>{body.dropped.map((d) => <li key={d.number}>{`${d.title}. Withdrawn on ${day(d.on)}. The reason given: ${d.reason}`}</li>)}</ul> : <p>None.</p>}
    </section>
    {stories.length || removed ? <Stories stories={stories} removed={removed} /> : null}
    <section>
      <h2>What to bear in mind</h2>
      <ul>{body.caveats.map((words) => <li key={words}>{words}</li>)}</ul>
    </section>
    <Lines title="Who owns it, and the asset lock" lines={body.ownership} none="The enterprise has not sent this part of its record yet." />
    <Lines title="Use of surplus" lines={body.surplus} none="No benefit review with these figures has been sent yet." />
  </>
);

/** "7 promises stand: 2 met, 1 not judged yet. 4 are in the contract. 1 was dropped." */
function summaryOf({ benefits, dropped }: View['body']): string {
  const words = benefits.map(({ verdict }) => (verdict ? verdictWords(verdict.word).title.toLowerCase() : 'not judged yet'));
  const each = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`).join(', ');
  const contracted = benefits.filter((benefit) => benefit.contracted).length;
  return `${counted(benefits.length, 'promise stands', 'promises stand')}${each ? `: ${each}` : ''}. ${contracted} in the contract. ${dropped.length} dropped.`;
}

const Benefit = ({ benefit }: { benefit: PublicBenefit }) => (
  <article className={classes.benefit}>
    <div className={classes.head}>
      <h3>{benefit.title}</h3>
      <Verdict verdict={benefit.verdict} />
    </div>
    <Facts rows={rowsOf(benefit)} />
    {benefit.changes.length ? <ul>{benefit.changes.map((words) => <li key={words}>{words}</li>)}</ul> : null}
    {benefit.caveats.length ? <><p>To bear in mind:</p><ul>{benefit.caveats.map((words) => <li key={words}>{words}</li>)}</ul></> : null}
  </article>
);

function Verdict({ verdict }: Pick<PublicBenefit, 'verdict'>) {
  if (!verdict) return <StatusTag tone="outline">Not judged yet</StatusTag>;
  const { title, tone, shape } = verdictWords(verdict.word);
  return <StatusTag tone={tone} shape={shape}>{title}</StatusTag>;
}

const rowsOf = ({ verdict, ...benefit }: PublicBenefit) => [
  { key: 'For', value: benefit.beneficiary },
  ...(benefit.measure ? [{ key: 'Measured by', value: benefit.measure }] : []),
  { key: 'At the start', value: benefit.start },
  { key: 'Promised', value: benefit.target },
  { key: 'In the contract', value: benefit.contract },
  { key: 'Delivered', value: benefit.delivered },
  ...(verdict ? [{ key: 'Verdict', value: judged(verdict) }] : []),
  ...(verdict?.reasons ? [{ key: 'Why', value: verdict.reasons }] : []),
  ...(benefit.action ? [{ key: 'What is being done', value: `${benefit.action.text}, by ${day(benefit.action.dueOn)}` }] : []),
  ...(benefit.consequence ? [{ key: 'Agreed to follow', value: benefit.consequence }] : []),
];

const judged = ({ word, grade, review, on, proposed }: NonNullable<PublicBenefit['verdict']>) =>
  `${verdictWords(word).title}, ${GRADES[grade].toLowerCase()}. Given on ${day(on)} at the ${review.replace(/^R/, 'r').replace(/, (?=[^,]*$)/, ', due on ')}${proposed === word ? '' : `. The results alone pointed to "${verdictWords(proposed).title}"`}`;

const Stories = ({ stories, removed }: { stories: readonly ShownStory[]; removed: number }) => (
  <section>
    <h2>In people's own words</h2>
    {stories.map((story) => (
      <figure key={story.id} className={classes.story}>
        <blockquote><Prose text={story.text} /></blockquote>
        <figcaption className="small quiet">{`${story.kind}, ${story.source}. On: ${story.benefit}`}</figcaption>
      </figure>
    ))}
    {removed ? <p>{`${counted(removed, 'piece')} of evidence in words ${removed === 1 ? 'was' : 'were'} taken out after publishing, because consent was withdrawn.`}</p> : null}
  </section>
);

const Lines = ({ title, lines, none }: { title: string; lines: { key: string; value: string }[]; none: string }) => (
  <section>
    <h2>{title}</h2>
    {lines.length ? <Facts rows={lines} /> : <p>{none}</p>}
  </section>
);
