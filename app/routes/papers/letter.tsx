import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { letterFor } from '#app/domain/papers/letter.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { Paper } from '#app/ui/paper.tsx';
import { decisionPath } from '../decisions/steps.ts';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  const { record, paper } = (await letterFor(reader(), file, asked.params.stage!, asked.params.decision!)) ?? notFound();
  return { paper, record: `${decisionPath(file.case.id, record.stage.key)}/record/${record.id}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.paper.title, data?.paper.caption);

export default function LetterRoute() {
  const { paper, record } = useLoaderData<typeof loader>();
  return (
    <Page title={paper.title} caption={paper.caption} back={{ to: record, label: 'Decision record' }} wide lead={<p className="no-print"><a href={`${record}/letter.pdf`} download>Download as PDF</a></p>}>
      <Paper paper={paper} />
    </Page>
  );
}
