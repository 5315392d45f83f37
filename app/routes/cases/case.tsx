import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { casePage, type CasePage } from '#app/domain/cases/case-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { newsSoFar } from '#app/domain/live/case-news.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { BenefitCounts } from '#app/ui/benefit-counts.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { CaseThread } from '#app/ui/case-thread.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { SpcFigure } from '#app/ui/spc-figure.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';
import classes from './case.module.css';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const news = await newsSoFar(reader(), file.case.id);
  return { ...(await casePage(reader(), file)), news };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.case.title} - Slipway` : 'Slipway' }];

export default function CaseOverview() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page title={page.case.title} back={{ to: '/', label: 'Your work' }} tag={<Reference page={page} />} lead={<Lead page={page} />} wide>
      <CaseNav of={page.case} current="overview" />
      {page.case.shownAs === 'illustrative' ? <Inset><p>Written from published sources to show what a finished case looks like. The people in it are invented.</p></Inset> : null}
      <Columns aside={<Aside page={page} />} label="About this case">
        <h2>Stages</h2>
        <CaseThread stages={page.thread} />
        {page.benefits ? <Benefits page={page} of={page.benefits} /> : null}
      </Columns>
    </Page>
  );
}

/** The counts, and what is measured drawn side by side. */
const Benefits = ({ page, of: { counts, charts } }: { page: CasePage; of: NonNullable<CasePage['benefits']> }) => (
  <>
    <h2>Benefits</h2>
    <BenefitCounts {...counts} to={`/cases/${page.case.id}/benefits`} />
    {charts.length ? (
      <ul className={classes.charts}>
        {charts.map(({ id, title, unit, chart }) => (
          <li key={id}><SpcFigure small chart={chart} name={title} unit={unit} words={<Link to={`/cases/${page.case.id}/benefits/${id}`}>{title}</Link>} /></li>
        ))}
      </ul>
    ) : null}
  </>
);

const Reference = ({ page }: { page: CasePage }) => (
  <p className={classes.reference}>{`Reference ${page.case.reference}`} <StatusTag tone={page.state.tone}>{page.state.title}</StatusTag></p>
);

function Lead({ page }: { page: CasePage }) {
  const [first, ...others] = [...page.turns].sort((a, b) => Number(b.whose === 'you') - Number(a.whose === 'you'));
  const more = others.length - (TURNS - 1);
  return (
    <>
      <p>{page.case.summary}</p>
      {first ? <TurnLine turn={withStage(first)} {...(first.action && { action: first.action })} /> : null}
      {others.slice(0, TURNS - 1).map((turn) => <TurnLine key={turn.stage} turn={withStage(turn)} />)}
      {more > 0 ? <p><Link to={`/cases/${page.case.id}/stages`}>{`${more} more ${more === 1 ? 'stage is' : 'stages are'} open: see all stages`}</Link></p> : null}
    </>
  );
}

/** As many turns as leave the rest of the page in sight. */
const TURNS = 3;

/** Beside other stages, a turn says which one it is about. */
const withStage = (turn: CasePage['turns'][number]) => (turn.whose === 'other' ? { ...turn, words: `${turn.stageTitle}: ${turn.words.charAt(0).toLowerCase()}${turn.words.slice(1)}` } : turn);

const Aside = ({ page }: { page: CasePage }) => (
  <>
    <h2>Key facts</h2>
    <Facts rows={page.warnings === null ? page.facts : [...page.facts, { key: 'Early warnings', value: <Link to={`/cases/${page.case.id}/alerts`}>{page.warnings ? `${page.warnings} open` : 'None open'}</Link> }]} />
    <h2>Who and where</h2>
    <Facts rows={page.identity} />
    <h2>Latest</h2>
    {page.latest.length === 0 ? <p>Nothing yet.</p> : null}
    <ol className={classes.latest}>
      {page.latest.map((entry) => (
        <li key={entry.id}>{entry.to ? <Link to={entry.to}>{entry.title}</Link> : entry.title}<span>{entry.at}</span></li>
      ))}
    </ol>
    <p><Link to={`/cases/${page.case.id}/activity`}>All activity</Link></p>
    <h2>For other teams</h2>
    <p><Link to={`/cases/${page.case.id}/lessons`}>Lessons this team gives</Link></p>
    {page.moves.length ? (
      <>
        <h2>Change the whole case</h2>
        <ul className={classes.moves}>{page.moves.map((move) => <li key={move.to}><Link to={move.to}>{move.title}</Link></li>)}</ul>
      </>
    ) : null}
  </>
);
