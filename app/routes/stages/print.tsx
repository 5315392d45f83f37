import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { printPage } from '#app/domain/stages/print-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import { caseAsked } from './door.server.ts';
import { titled } from './titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await printPage(reader(), file, asked.params.stage!)) ?? notFound();
  await noteSharedReading(file, page.stage.key);
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Print the ${data.stage.noun}`, data?.case.title);

export default function Print() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page
      title={`${page.stage.title}: ${page.case.title}`} back={{ to: `/cases/${page.case.id}/stages/${page.stage.key}`, label: page.stage.title }} wide
      lead={<p>{`${page.stage.state}, as it stands. Use your browser's own print to put it on paper.`}</p>}
    >
      {page.sections.map((section) => (
        <section key={section.key}>
          <h2>{section.title}</h2>
          {section.answers.map((answer) => (
            <section key={answer.key}>
              <h3>{answer.title}</h3>
              <ShownAnswer answer={answer} caseId={page.case.id} />
            </section>
          ))}
        </section>
      ))}
      {page.documents.length ? <section><h2>Documents</h2><ul>{page.documents.map((d) => <li key={d.id}>{`${d.title} (${d.fileName})`}</li>)}</ul></section> : null}
      {page.benefits.length ? <section><h2>Promised benefits</h2><ul>{page.benefits.map((b) => <li key={b.id}>{`${b.title}. For ${b.beneficiary}`}</li>)}</ul></section> : null}
      <p className="small quiet">{`${page.case.reference}, ${page.stage.noun}, working draft, printed ${moment(page.printedAt)}`}</p>
    </Page>
  );
}
