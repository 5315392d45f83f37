import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { schedulePage, type ScheduleEntry } from '#app/domain/benefits/schedule-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { moment } from '#app/lib/dates.ts';
import { pounds } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await schedulePage(reader(), file)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Schedule of benefits', data?.case.title);

export default function Schedule() {
  const page = useLoaderData<typeof loader>();
  const { coverage } = page;
  const worth = coverage.promisedPence ? `, worth ${pounds(coverage.contractedPence)} of ${pounds(coverage.promisedPence)} a year` : '';
  return (
    <Page
      title="Schedule of benefits" caption={page.case.title} back={{ to: `/cases/${page.case.id}/benefits`, label: 'Benefits' }}
      lead={
        <>
          <p>{`${coverage.contracted} of ${coverage.promised} promised benefits are in the contract${worth}.`}</p>
          <p>{`An annex to the contract with ${page.contract.commissioner.replace(/^The/, 'the')}, ${page.contract.start} to ${page.contract.end}. It is drawn from the records. Print this page, or `}<a href={`/cases/${page.case.id}/benefits/schedule.csv`}>download it as CSV</a>.</p>
        </>
      }
    >
      <Part title="In the contract" none="No benefit is in the contract." entries={page.contracted} />
      {page.leftOut.length ? <Part title="Not in the contract, reason agreed" entries={page.leftOut} /> : null}
      {page.undecided.length ? <Part title="Not decided yet" entries={page.undecided} /> : null}
      <p className="small quiet">{`${page.case.reference}, schedule of benefits, as it stood ${moment(page.printedAt)}`}</p>
    </Page>
  );
}

const Part = ({ title, none = '', entries }: { title: string; none?: string; entries: ScheduleEntry[] }) => (
  <section>
    <h2>{title}</h2>
    {entries.length === 0 ? <p>{none}</p> : null}
    {entries.map((entry) => (
      <section key={entry.number}>
        <h3>{`${entry.number}. ${entry.title}`}</h3>
        <SummaryList rows={entry.terms} />
      </section>
    ))}
  </section>
);
