import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { verdictWords } from '#app/domain/verdicts/verdicts-in-words.ts';
import { reader } from '#app/domain/database.server.ts';
import { programmeBenefits, type BenefitRow } from '#app/domain/programme/programme-benefits.server.ts';
import { addressOf, searchIn } from '#app/domain/programme/programme-search.ts';
import { STEPS, stepOf } from '#app/domain/programme/steps.ts';
import { counted } from '#app/lib/money.ts';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';
import { atProgramme } from './door.server.ts';
import { countedInWords, ProgrammeFilters } from './programme-filters.tsx';
import { ProgrammeNav } from './programme-nav.tsx';
import { worth } from './thread.tsx';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.step.title} - Programme - Slipway` : 'Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const { scope, asked } = await atProgramme(args);
  const [step, after] = [stepOf(asked.get('step') ?? '') ?? STEPS[0]!, (asked.get('after') ?? '').slice(0, 60)];
  return { ...(await programmeBenefits(reader(), scope, searchIn(asked), { step, after })), after };
}

const PATH = '/programme/benefits';

export default function ProgrammeBenefits() {
  const page = useLoaderData<typeof loader>();
  const { search, step, tally, after } = page;
  const more = { step: step.key };
  const found = `${counted(tally.n, 'benefit')}${after ? ', continued' : ''}`;
  return (
    <Page title={step.title} caption="Programme: benefits" nav={<ProgrammeNav current="benefits" />} lead={<><p>{step.counts}</p><p className="quiet">{`${countedInWords(page)} Worth a year: ${worth(tally)}.`}</p></>} wide>
      <ProgrammeFilters path={PATH} search={search} options={page.options} kind={page.kind} count={found} more={more}>
        <Question id="step" as="field" size="s" title="Step"><SelectField name="step" options={page.steps} defaultValue={step.key} /></Question>
      </ProgrammeFilters>
      <p><a href={addressOf('/programme/benefits.csv', search, more)}>Download this list (CSV)</a></p>
      {page.rows.length ? <Table caption="Benefits" captionHidden head={HEAD} rows={page.rows.map(rowOf)} compact /> : <p>No benefits match these filters.</p>}
      <Pages
        {...(after && { previous: { to: addressOf(PATH, search, more), label: 'Back to the first' } })}
        {...(page.next && { next: { to: addressOf(PATH, search, { ...more, after: page.next }), label: 'More benefits' } })}
      />
    </Page>
  );
}

const HEAD = [{ label: 'Benefit' }, { label: 'How far it has got' }, { label: 'Promised, beside no change' }, { label: 'Worth a year' }];

const rowOf = (row: BenefitRow) => ({
  key: row.id,
  cells: [
    <span key="benefit"><Link to={row.to}>{row.title}</Link> <span className="quiet">{`${row.case}. ${row.commissioner}. ${row.category}`}</span></span>,
    <Standing key="standing" row={row} />,
    <span key="quo">{row.statusQuo}{row.anyway ? <strong> Most of it would have happened anyway.</strong> : null}</span>,
    row.value ?? 'Not valued',
  ],
});

const Standing = ({ row: { state, verdict } }: { row: BenefitRow }) => {
  const known = verdict && verdictWords(verdict);
  return (
    <span>
      <StatusTag tone={state.tone}>{state.title}</StatusTag>
      {known ? <> <StatusTag tone={known.tone} shape={known.shape}>{known.title}</StatusTag></> : null}
    </span>
  );
};
