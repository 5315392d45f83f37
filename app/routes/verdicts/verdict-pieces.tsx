import { Link } from '@remix-run/react';
import type { BenefitVerdicts } from '#app/domain/verdicts/verdict-pages.server.ts';
import type { ActionView, StoryView, VerdictView } from '#app/domain/verdicts/verdict-views.server.ts';
import type { VerdictWords } from '#app/domain/verdicts/verdicts-in-words.ts';
import { Prose } from '#app/ui/prose.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import classes from './verdicts.module.css';

export const VerdictTag = ({ words }: { words: VerdictWords }) => <StatusTag tone={words.tone} shape={words.shape}>{words.title}</StatusTag>;

/** A verdict in a cell: its word as a tag, how well it is founded, the result it rests on unless that stands beside it, and the way to all of it. */
export const Given = ({ verdict, to, brief }: { verdict: VerdictView; to: string; brief?: boolean }) => (
  <div className={classes.cell}>
    <VerdictTag words={verdict.words} />
    <span className="small">{brief ? verdict.grade : `${verdict.grade}. ${verdict.result}`}</span>
    <Link to={to}>{verdict.by}</Link>
  </div>
);

/** What is to be done about a missed benefit, by whom and by when. */
export const OpenAction = ({ action, caseId, named }: { action: ActionView; caseId: string; named?: boolean }) => (
  <div className={classes.action}>
    {named ? <h3>{action.benefit}</h3> : null}
    <p>{action.text}</p>
    <p>{`${action.owner}. `}<span className={action.late ? classes.late : undefined}>{`${action.due}.`}</span></p>
    {action.consequence ? <p>{`Agreed to follow: ${action.consequence}`}</p> : null}
    <p><Link to={`/cases/${caseId}/benefits/${action.benefitId}/verdicts/${action.verdictId}`}>See the verdict<span className="visually-hidden">{` on ${action.benefit}`}</span></Link></p>
  </div>
);

/** What the page of a benefit says of its verdicts: the latest, what is being done, and the way to all of them. */
export const VerdictsOfBenefit = ({ of: { case: head, benefit, verdicts: [last], action, stories } }: { of: BenefitVerdicts }) => (
  <section>
    <h2>Verdicts and evidence</h2>
    {last ? <Given verdict={last} to={`/cases/${head.id}/benefits/${benefit.id}/verdicts/${last.id}`} /> : <p>Nobody has judged this yet.</p>}
    {action ? <OpenAction action={action} caseId={head.id} /> : null}
    <p><Link to={`/cases/${head.id}/benefits/${benefit.id}/verdicts`}>{stories.length ? `See all verdicts, and evidence in words (${stories.length})` : 'See all verdicts, and evidence in words'}</Link></p>
  </section>
);

/** Evidence in words, and whether it may be shown outside. */
export const Story = ({ story, withdraw }: { story: StoryView; withdraw?: string | undefined }) => (
  <div className={classes.story}>
    <h3>{story.kind}</h3>
    <Prose text={story.text} />
    <p className="small quiet">{`${story.source}. ${story.consent}.`}</p>
    {withdraw ? <p><Link to={withdraw}>Withdraw consent<span className="visually-hidden">{` to show ${story.kind.toLowerCase()} of ${story.source}`}</span></Link></p> : null}
  </div>
);
