import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { programmePage, type ProgrammePage } from '#app/domain/programme/programme-page.server.ts';
import { addressOf, searchIn } from '#app/domain/programme/programme-search.ts';
import { count, counted } from '#app/lib/money.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { atProgramme } from './door.server.ts';
import { Figures } from './figure-list.tsx';
import { Groups } from './groups.tsx';
import { countedInWords, ProgrammeFilters } from './programme-filters.tsx';
import { ProgrammeNav } from './programme-nav.tsx';
import { Thread } from './thread.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Programme - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const { scope, asked } = await atProgramme(args);
  return programmePage(reader(), scope, searchIn(asked));
}

export default function Programme() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page title="Programme" nav={<ProgrammeNav current="overview" />} lead={<Lead page={page} />} wide>
      <ProgrammeFilters path="/programme" search={page.search} options={page.options} kind={page.kind} count={counted(page.cases, 'case')} />
      <p><a href={addressOf('/programme/cases', page.search)}>See these cases</a></p>
      <Thread search={page.search} tallies={page.tallies} />
      <Groups page={page} />
      <Objectives page={page} />
      <section>
        <h2>Figures of the whole programme</h2>
        {page.figures.length ? <Figures figures={page.figures} /> : <p>None recorded yet. They say how many teams asked and how many stopped, of which these cases are a part.</p>}
      </section>
    </Page>
  );
}

function Lead({ page }: { page: ProgrammePage }) {
  const { promised, contracted, measured, met, undecided } = page.tallies;
  return (
    <>
      <p>
        {`${counted(page.cases, 'case')}, ${count(page.live)} live: ${counted(promised.n, 'benefit')} promised, ${count(contracted.n)} in the contract, ${count(measured.n)} being measured, ${count(met.n)} met.`}
        {undecided.n ? <strong>{` ${count(undecided.n)} not decided yet.`}</strong> : null}
      </p>
      <p className="quiet">
        {[liveFor(page), ...(page.whole ? [] : ['You see the cases in which you hold a role for the commissioner.']), countedInWords(page)].join(' ')}
        {page.kind === 'real' ? <>{' '}<a href={addressOf('/programme', { ...page.search, kind: 'all' })}>Count illustrations and examples too</a></> : null}
      </p>
    </>
  );
}

const liveFor = ({ monthsLive }: ProgrammePage) =>
  monthsLive === null ? 'None is live yet, so it is too early to judge any.' : `Live for ${monthsLive.least === monthsLive.most ? '' : `${count(monthsLive.least)} to `}${counted(monthsLive.most, 'month')}.`;

const Objectives = ({ page }: { page: ProgrammePage }) => (
  <section>
    <h2>By objective</h2>
    {page.objectives.length === 0 ? <p>No objectives have been set. <Link to="/programme/objectives">Objectives of the programme</Link></p> : (
      <Table
        caption="Cases tagged with each objective" captionHidden head={[{ label: 'Objective' }, { label: 'Cases', numeric: true }]} compact
        rows={page.objectives.map(({ id, number, title, cases }) => ({
          key: id,
          cells: [<a key="title" href={addressOf('/programme', { ...page.search, objective: id })}>{`${number}. ${title}`}</a>, cases ? <a key="cases" href={addressOf('/programme/cases', { ...page.search, objective: id })}>{count(cases)}</a> : '0'],
        }))}
      />
    )}
  </section>
);
