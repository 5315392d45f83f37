import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { verdictsPage, type EarlierReview, type ReviewedBenefit, type VerdictsPage } from '#app/domain/verdicts/verdicts-page.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import { Table } from '#app/ui/table.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Given, OpenAction, VerdictTag } from './verdict-pieces.tsx';
import classes from './verdicts.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await verdictsPage(reader(), file)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && 'Verdicts', page?.case.title);

export default function Verdicts() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page title="Verdicts" caption={page.case.title} back={{ to: `${path}/benefits`, label: 'Benefits' }} nav={<CaseNav of={page.case} current="benefits" />} wide lead={<Lead page={page} />}>
      {page.actions.length ? <section><h2>What is being done about misses</h2>{page.actions.map((action) => <OpenAction key={action.verdictId} action={action} caseId={page.case.id} named />)}</section> : null}
      <section>
        <h2>Every promise</h2>
        {page.benefits.length ? <Reviewed page={page} path={path} /> : <p>No benefits yet. Each thing the team promises to make better is judged here after go-live.</p>}
      </section>
      {page.dropped.length ? <section><h2>Dropped, disclosed</h2><ul>{page.dropped.map((b) => <li key={b.id}><Link to={`${path}/benefits/${b.id}`}>{b.title}</Link>{`. Withdrawn on ${b.on}: "${b.reason}"`}</li>)}</ul></section> : null}
      {page.sent ? <Beside sent={page.sent} caseId={page.case.id} /> : null}
      {page.earlier.length ? <section><h2>Earlier reviews</h2>{page.earlier.map((review) => <Earlier key={review.title} review={review} path={path} />)}</section> : null}
    </Page>
  );
}

const Lead = ({ page: { review, next, mayPublish, case: head } }: { page: VerdictsPage }) => (
  <>
    {review ? <p>{`${review.title}. `}{review.overdue ? <strong className={classes.late}>{`${review.standing}.`}</strong> : `${review.standing}.`}</p> : null}
    <p>{next ? `${review ? 'The next is the' : 'The first is the'} ${next.replace(/^R/, 'r')}.` : 'Reviews are counted from go-live, which has not come yet.'} A benefit is judged by somebody who neither recorded its results nor owns it.</p>
    {mayPublish ? <p><Link to={`/cases/${head.id}/statement`}>Prepare the public statement</Link></p> : null}
  </>
);

const Reviewed = ({ page, path }: { page: VerdictsPage; path: string }) => (
  <Table
    caption={page.review ? page.review.title : 'How each promise stands'} captionHidden
    head={[{ label: 'Benefit' }, { label: 'Result' }, { label: 'The results point to' }, { label: 'Verdict' }]}
    rows={page.benefits.map((benefit) => ({ key: benefit.id, cells: [<Named key="b" benefit={benefit} path={path} />, benefit.result, <Proposed key="p" benefit={benefit} />, <Judged key="v" benefit={benefit} path={path} due={page.review !== null} />] }))}
  />
);

const Named = ({ benefit, path }: { benefit: ReviewedBenefit; path: string }) => (
  <div className={classes.cell}><Link to={`${path}/benefits/${benefit.id}/verdicts`}>{benefit.title}</Link><span className="small quiet">{benefit.treatment}</span></div>
);

const Proposed = ({ benefit: { proposed } }: { benefit: ReviewedBenefit }) => <div className={classes.cell}><span>{proposed.words.title}</span><span className="small quiet">{proposed.grade}</span></div>;

function Judged({ benefit, path, due }: { benefit: ReviewedBenefit; path: string; due: boolean }) {
  const at = `${path}/benefits/${benefit.id}/verdicts`;
  if (benefit.verdict) return <Given verdict={benefit.verdict} brief={benefit.verdict.result === benefit.result} to={`${at}/${benefit.verdict.id}`} />;
  if (benefit.mayJudge) return <Link to={`${at}/new`}>Judge this<span className="visually-hidden">{`: ${benefit.title}`}</span></Link>;
  return <span className="quiet">{benefit.whyNot || (due ? 'Not judged yet' : 'Before the first review')}</span>;
}

const Beside = ({ sent, caseId }: { sent: NonNullable<VerdictsPage['sent']>; caseId: string }) => (
  <section>
    <h2>Use of surplus, and effects nobody planned</h2>
    <p>{`From the benefit review. ${sent.title}.`}</p>
    {sent.answers.map((answer) => <section key={answer.key}><h3>{answer.title}</h3><ShownAnswer answer={answer} caseId={caseId} /></section>)}
  </section>
);

const Earlier = ({ review, path }: { review: EarlierReview; path: string }) => (
  <Details summary={`${review.title}. ${review.standing}`}>
    {review.benefits.length ? (
      <ul>
        {review.benefits.map(({ id, title, verdict }) => (
          <li key={id}>{`${title}: `}{verdict ? <><VerdictTag words={verdict.words} />{` ${verdict.grade}. `}<Link to={`${path}/benefits/${id}/verdicts/${verdict.id}`}>{verdict.by}</Link></> : 'not judged'}</li>
        ))}
      </ul>
    ) : <p>Nothing had been promised then.</p>}
  </Details>
);
