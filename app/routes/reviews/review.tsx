import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { caseForActor, stageInFile } from '#app/domain/cases/case-file.server.ts';
import { maySeeSubmission } from '#app/domain/cases/cases.policy.ts';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { statementsFor } from '#app/domain/evidence/staff-statement.server.ts';
import { openSubmission } from '#app/domain/stages/read-submission.server.ts';
import { noteReading } from '#app/domain/stages/reading.server.ts';
import { reviewPage, type ReviewPage, type ReviewedSection } from '#app/domain/stages/review-page.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';
import { StaffStatements } from '../documents/staff-statements.tsx';
import { MentorNotes } from '../meetings/mentor-notes.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { AnswerComments } from './answer-comments.tsx';
import { AssuranceForm } from './assurance-form.tsx';
import { ComparedAnswer } from './compared-answer.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { ReviewsGiven } from './reviews-given.tsx';
import classes from './reviews.module.css';
import { SectionTicks } from './section-ticks.tsx';
import { SummaryFirst } from './summary-first.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, file } = await readingAsked(asked);
  const found = stageInFile(file, asked.params.stage!) ?? notFound();
  if (!maySeeSubmission(file.roles, file.standings, found.key)) notFound();
  await openSubmission(file, found.key);
  const { searchParams } = new URL(asked.request.url);
  const now = (await caseForActor(reader(), actor, file.case.id)) ?? notFound();
  const page = await reviewPage(reader(), now, found.key, { showAll: searchParams.get('show') === 'all' });
  if (!page) throw redirect(`/cases/${file.case.id}/stages/${found.key}`);
  await noteReading(actor, page.version.id);
  await noteSharedReading(file, found.key);
  const statements = await statementsFor(reader(), now, found.key);
  return { page, statements, done: DONE[searchParams.get('done') ?? ''] ?? null };
}

const DONE: Record<string, string> = {
  comment: 'Your comment is added', read: 'Your ticks are saved', opinion: 'Your review is sent', 'opinion-kept': 'Your draft is saved. Only you see it', assurance: 'Your decision is recorded', settled: 'The comment is settled', discarded: 'Your draft is deleted',
};

const heading = (page: ReviewPage) => `${page.stage.title}: ${page.case.title}`;
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Review the ${data.page.stage.noun}`, data?.page.case.title);

export default function Review() {
  const { page, statements, done } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page
      title={heading(page)} back={{ to: `/cases/${page.case.id}`, label: page.case.title }} wide tag={<StatusTag tone={page.state.tone}>{page.state.title}</StatusTag>}
      {...(done && { banner: <Banner kind="success" title={done} /> })} lead={<Lead page={page} path={path} />}
    >
      <div className={classes.layout}>
        <aside className={classes.side} aria-label="Sections"><SectionTicks page={page} path={path} /><p><Link to={`${path}/pack?version=${page.version.number}`}>Show this as a board pack</Link></p></aside>
        <div className={`${classes.text} flow`}>
          <SummaryFirst page={page} />
          <MentorNotes notes={page.notes} mayWrite={page.mayNote} path={path} />
          <StaffStatements statements={statements} mayWrite={false} caseId={page.case.id} />
          <Changes page={page} />
          {page.sections.filter((s) => s.answers.length > 0).map((section) => <Section key={section.key} section={section} page={page} path={path} />)}
          <ReviewsGiven reviews={page.reviews} missing={page.missing} />
          {page.board ? <BoardSection board={page.board} path={path} /> : null}
          {page.mine ? <section id="your-review"><h2>{`Your ${page.mine.title.toLowerCase()}`}</h2><OpinionForm mine={page.mine} sha256={page.version.sha256} action={`${path}/opinion`} drafts={page.drafts} /></section> : null}
          {page.toAssure ? <section id="your-word"><h2>Your word on the decision</h2><AssuranceForm toAssure={page.toAssure} sha256={page.version.sha256} path={path} noun={page.stage.noun} /></section> : null}
          {page.mayDecide ? <p className="no-print"><ButtonLink to={`${path}/decision`}>Decide on this stage</ButtonLink></p> : null}
        </div>
      </div>
    </Page>
  );
}

function Lead({ page, path }: { page: ReviewPage; path: string }) {
  const { version, lastRead: before, minutes } = page;
  return (
    <>
      <p>{`Version ${version.number}, sent ${day(dayOf(version.sentAt))} by ${version.sentBy}.${before ? ` You read version ${before.number} on ${day(dayOf(before.at))}.` : ''}`}</p>
      {page.turn ? <TurnLine turn={page.turn} {...(page.mayDecide && { action: { to: `${path}/decision`, label: 'Decide on this stage' } })} /> : null}
      {page.mayDecide && page.turn?.whose !== 'you' ? <p><ButtonLink to={`${path}/decision`}>Decide on this stage</ButtonLink></p> : null}
      {page.mine ? <p><ButtonLink to="#your-review">{`Give your ${page.mine.title.toLowerCase()}`}</ButtonLink></p> : null}
      {page.board?.give ? <p><ButtonLink to={`${path}/board/view`}>Give your view</ButtonLink></p> : null}
      {page.toAssure ? <p><ButtonLink to="#your-word">Assure, query or stop it</ButtonLink></p> : null}
      {page.shutOut && !page.turn?.whyNot ? <Inset><p>{`${page.shutOut}. You can still read it.`}</p></Inset> : null}
      <p className="small quiet">{before ? `Changes: about ${counted(minutes.changes, 'minute')}. Whole stage: about ${counted(minutes.whole, 'minute')}.` : `Summary: ${counted(minutes.summary, 'minute')}. Whole stage: about ${counted(minutes.whole, 'minute')}.`}</p>
    </>
  );
}

const BoardSection = ({ board, path }: { board: NonNullable<ReviewPage['board']>; path: string }) => (
  <section id="board">
    <h2>Board</h2>
    <p>{board.words} {board.seen ? <Link to={`${path}/board`}>{board.link}</Link> : null}</p>
  </section>
);

function Changes({ page }: { page: ReviewPage }) {
  const { counts, lastRead: before } = page;
  if (!counts || !before) return null;
  const differing = page.sections.flatMap((s) => s.answers.filter((a) => a.difference !== 'same' || a.change));
  return (
    <section id="changes">
      <h2>{`What changed since version ${before.number}`}</h2>
      <p>{`${counted(counts.changed, 'answer')} changed, ${counts.added} added, ${counts.removed} removed, ${counts.same} the same.`}</p>
      <ul>{differing.map((a) => <li key={a.key}><a href={`#${a.key}`}>{a.title}</a>{a.change?.changed ? `: "${a.change.changed}"` : ''}</li>)}</ul>
      <p>
        <strong>{page.changedOnly ? 'Showing: changes only. ' : 'Showing: all answers. '}</strong>
        {page.changedOnly ? <Link to="?show=all">{`Show all ${counts.changed + counts.added + counts.removed + counts.same} answers`}</Link> : <Link to="?">Show changes only</Link>}
      </p>
    </section>
  );
}

const Section = ({ section, page, path }: { section: ReviewedSection; page: ReviewPage; path: string }) => (
  <section id={`section-${section.key}`}>
    <h2>{section.title}</h2>
    {section.answers.map((answer) => (
      <ComparedAnswer
        key={answer.key} answer={answer} caseId={page.case.id} comparing={page.counts !== null}
        {...(answer.change && { change: <Change change={answer.change} /> })}
      >
        <AnswerComments answer={answer} page={page} path={path} />
      </ComparedAnswer>
    ))}
  </section>
);

const Change = ({ change }: { change: { asked: string; changed: string } }) => (
  <div className={classes.change}>
    <p><strong>Asked:</strong> {change.asked}</p>
    <p><strong>What the team changed:</strong> {change.changed || 'Nothing said'}</p>
  </div>
);
