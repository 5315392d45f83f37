import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { importPage } from '#app/domain/results/import-page.server.ts';
import { keepImport } from '#app/domain/results/import-drafts.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { errorAt } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { Table } from '#app/ui/table.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { receiveTable } from './received.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await importPage(reader(), file)) ?? notFound();
  return page.mayImport ? page : forbidden('Only the team and the people named to record results can add them.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const received = await receiveTable(request);
  if (!received.ok) return refused(received.errors, received.values);
  const kept = await keepImport(actor, params.case!, received);
  return kept.ok ? redirect(`/cases/${params.case}/results/import/${kept.value.draftId}`) : refusal(kept, received.fileName ? {} : { pasted: received.text });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && 'Add many results', page?.case.title);

export default function Import() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const results = `/cases/${page.case.id}/results`;
  return (
    <Page
      title="Add many results" caption={page.case.title} back={{ to: results, label: 'Results due' }} errors={again?.errors ?? []}
      lead={<p>Paste rows from a spreadsheet, or select a CSV file. You see every cell before anything is saved.</p>}
    >
      <p><Link reloadDocument to={`${results}/template.csv`}>Start from a template (CSV)</Link>. It has a row for each result that is due.</p>
      <Form method="post" encType="multipart/form-data" noValidate className="flow">
        <Question id="pasted" as="field" size="s" title="Rows from a spreadsheet" hint="Copy the heading row too" {...errorAt(again?.errors, 'pasted')}>
          <LongTextField name="pasted" rows={8} defaultValue={again?.values.pasted ?? ''} />
        </Question>
        <Question id="file" as="field" size="s" title="Or a CSV file" hint="Up to 2 MB and 20,000 rows" {...errorAt(again?.errors, 'file')}><FileField name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" /></Question>
        <Buttons><PrimaryButton>Check the rows</PrimaryButton><Link to={results}>Go back</Link></Buttons>
      </Form>
      <Columns />
    </Page>
  );
}

const Columns = () => (
  <section>
    <h2>The columns</h2>
    <Table
      caption="Columns, in any order" captionHidden head={[{ label: 'Heading' }, { label: 'What it holds' }]}
      rows={[
        ['Benefit', 'Its number or its title'],
        ['Period from', 'First day of the period, such as 2027-04-01, 01/04/2027 or 1 4 2027'],
        ['Period to', 'Last day of the period'],
        ['Result', 'A number with a point for decimals, in the unit of the benefit'],
        ['Numerator, Denominator', 'How many reached it, out of how many'],
        ['People or cases', 'How many are behind the figure. Needed for percentages'],
        ['Quality', 'A, B, C or D'],
        ['Note', 'What happened in the period'],
      ].map(([heading, holds]) => ({ key: heading!, cells: [heading, holds] }))}
    />
  </section>
);
