import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { documentPage } from '#app/domain/evidence/documents-page.server.ts';
import { fileSize } from '#app/domain/evidence/file-names.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { day, dayOf, moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { Table } from '#app/ui/table.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await documentPage(reader(), file, params.document!)) ?? notFound();
  return { page, replaced: new URL(request.url).searchParams.has('replaced') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.document.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function DocumentRoute() {
  const { page, replaced } = useLoaderData<typeof loader>();
  const { document, versions } = page;
  const documents = `/cases/${page.case.id}/documents`;
  const path = `${documents}/${document.id}`;
  const newest = versions[0]!;
  return (
    <Page
      title={document.title} caption={document.stage ? `${document.stage.title} - ${document.kindTitle}` : document.kindTitle}
      back={{ to: documents, label: 'Documents' }}
      {...(document.personalData && { tag: <StatusTag tone="amber">Personal data</StatusTag> })}
      {...(replaced && { banner: <Banner kind="success" title={`Version ${document.version} added`} /> })}
      lead={<p><a href={`${path}/file`}>{`Download ${document.fileName}`}</a>{` (${fileSize(document.bytes)})`}</p>}
      wide
    >
      {document.state === 'withdrawn' ? <Inset><p>This document was withdrawn. It counts for nothing now, and is kept because what was sent before may refer to it.</p></Inset> : null}
      {document.state === 'replaced' && newest.id !== document.id ? <Inset><p>{`This is version ${document.version}. `}<Link to={`${documents}/${newest.id}`}>{`See version ${newest.version}, the newest`}</Link></p></Inset> : null}
      <SummaryList
        rows={[
          { key: 'Added', value: `${moment(document.at)} by ${document.by}` },
          { key: 'Version', value: String(document.version) },
          { key: 'Who may see it', value: document.seenByTitle },
          { key: 'Personal data', value: document.personalData ? 'Yes. Open it only if you need it, and do not pass it on' : 'No' },
          ...(document.conditionId ? [{ key: 'Evidence for', value: <Link to={`/cases/${page.case.id}/conditions/${document.conditionId}`}>A condition</Link> }] : []),
          { key: 'Fingerprint', value: <code style={{ overflowWrap: 'anywhere' }}>{document.sha256}</code> },
        ]}
      />
      {page.mayChange && document.state === 'current' ? <ul><li><Link to={`${path}/new-version`}>Add a new version</Link></li><li><Link to={`${path}/withdrawal`}>Withdraw this document</Link></li></ul> : null}
      {versions.length > 1 ? (
        <Table
          caption="Versions"
          head={[{ label: 'Version' }, { label: 'File' }, { label: 'Added' }, { label: 'Size', numeric: true }]}
          rows={versions.map((v) => ({ key: v.id, cells: [v.id === document.id ? `Version ${v.version}, this one` : <Link to={`${documents}/${v.id}`}>{`Version ${v.version}`}</Link>, v.fileName, `${day(dayOf(v.at))} by ${v.by}`, fileSize(v.bytes)] }))}
        />
      ) : null}
    </Page>
  );
}
