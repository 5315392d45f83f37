import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { evaluationPage } from '#app/domain/programme/evaluation/evaluation-page.server.ts';
import { count } from '#app/lib/money.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { Table } from '#app/ui/table.tsx';
import { atProgramme } from './door.server.ts';
import { ProgrammeNav } from './programme-nav.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Evaluation workbook - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await atProgramme(args);
  return evaluationPage(reader(), scope);
}

export default function Evaluation() {
  const { covers, files, caveats } = useLoaderData<typeof loader>();
  return (
    <Page title="Evaluation workbook" caption="Programme" nav={<ProgrammeNav current="evaluation" />} lead={<p>{`Everything that somebody else needs to work out the figures of the programme again, and to judge them: ${covers}`}</p>} wide>
      <p><ButtonLink to="/programme/evaluation.zip">Download the workbook (zip)</ButtonLink></p>
      <section>
        <h2>Before you conclude anything</h2>
        <SummaryList rows={caveats.map(({ title, words }) => ({ key: title, value: words }))} />
      </section>
      <section>
        <h2>What is in it</h2>
        <Table
          caption="Files" captionHidden head={[{ label: 'File' }, { label: 'What it holds' }, { label: 'Columns', numeric: true }]}
          rows={files.map(({ name, about, columns }) => ({ key: name, cells: [name, `${about}.`, count(columns)] }))}
        />
        <p>Beside them, data-dictionary.csv says what each column means, and read-me.txt says how each number follows. The files are comma-separated text that any spreadsheet opens, without a formula.</p>
        <p>Left out are names of people, notes on results, and numbers of 1 to 4 that may be of people: in their place it says fewer than 5.</p>
      </section>
    </Page>
  );
}
