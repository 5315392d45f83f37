import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { documentsPage, type Documents, type DocumentView } from '#app/domain/evidence/documents-page.server.ts';
import { fileSize } from '#app/domain/evidence/file-names.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = await documentsPage(reader(), file);
  const asked = new URL(request.url).searchParams;
  const stage = page.stages.find((s) => s.key === asked.get('stage')) ?? null;
  const kind = page.kinds.find((k) => k.kind === asked.get('kind') && (!stage || k.stage === stage.key)) ?? null;
  const added = page.all.find((d) => d.id === asked.get('added'))?.title ?? null;
  return { page, stage, kind, other: asked.get('kind') === 'other', done: added ? `${added} added` : asked.has('withdrawn') ? 'Document withdrawn' : null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Documents - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function DocumentsRoute() {
  const { page, stage, kind, other, done } = useLoaderData<typeof loader>();
  const wanted = (d: DocumentView) => (!stage || d.stage?.key === stage.key || d.kind === kind?.kind) && (!kind || d.kind === kind.kind) && (!other || d.kind === 'other');
  const current = page.all.filter((d) => d.state === 'current' && wanted(d));
  const withdrawn = page.all.filter((d) => d.state === 'withdrawn' && wanted(d));
  const path = `/cases/${page.case.id}`;
  const search = new URLSearchParams({ ...(stage && { stage: stage.key }), ...(kind && { kind: kind.kind }) }).toString();
  return (
    <Page
      title={kind ? kind.title : 'Documents'} caption={page.case.title} wide
      back={stage ? { to: `${path}/stages/${stage.key}`, label: stage.title } : { to: path, label: page.case.title }}
      nav={<CaseNav of={page.case} current="documents" />}
      {...(done && { banner: <Banner kind="success" title={done} /> })}
      lead={page.mayAdd ? <p><ButtonLink to={`${path}/documents/new${search && `?${search}`}`}>Add a document</ButtonLink></p> : null}
    >
      {kind?.hint ? <p>{kind.hint}</p> : null}
      <FilterForm action={`${path}/documents`} chosen={chosenFilters(page, stage?.key, kind)} count={counted(current.length, 'document')}>
        <Question id="stage" as="field" size="s" title="Stage">
          <SelectField name="stage" empty="All stages" options={page.stages.map((s) => ({ value: s.key, label: s.title }))} defaultValue={stage?.key ?? ''} />
        </Question>
        <Question id="kind" as="field" size="s" title="Kind">
          <SelectField name="kind" empty="All kinds" options={kindsFor(page, stage?.key)} defaultValue={kind?.kind ?? (other ? 'other' : '')} />
        </Question>
      </FilterForm>
      {current.length === 0 ? <p>{page.mayAdd ? 'None yet. What you add is kept with its versions, and seen only by the people you choose.' : 'There are no documents here that you can see.'}</p> : null}
      {[...page.stages, null].map((s) => <OfStage key={s?.key ?? 'none'} title={s?.title ?? 'Not of one stage'} documents={current.filter((d) => (d.stage?.key ?? null) === (s?.key ?? null))} path={path} />)}
      {page.mayAdd ? <Missing page={page} stage={stage?.key} kind={kind?.kind} path={path} /> : null}
      {withdrawn.length ? (
        <Details summary={`Withdrawn (${withdrawn.length})`}>
          <ul>{withdrawn.map((d) => <li key={d.id}><Link to={`${path}/documents/${d.id}`}>{d.title}</Link>{`, ${d.kindTitle}`}</li>)}</ul>
        </Details>
      ) : null}
    </Page>
  );
}

function OfStage({ title, documents, path }: { title: string; documents: DocumentView[]; path: string }) {
  if (documents.length === 0) return null;
  const byKind = [...documents].sort((a, b) => a.kindTitle.localeCompare(b.kindTitle, 'en-GB'));
  return (
    <Table
      caption={title}
      head={[{ label: 'Document' }, { label: 'Kind' }, { label: 'Added' }, { label: 'Size', numeric: true }, { label: 'Who may see it' }]}
      rows={byKind.map((d) => ({
        key: d.id,
        cells: [
          <><Link to={`${path}/documents/${d.id}`}>{d.title}</Link>{d.personalData ? <> <StatusTag tone="amber">Personal data</StatusTag></> : null}</>,
          `${d.kindTitle}${d.version > 1 ? `, version ${d.version}` : ''}`, `${day(dayOf(d.at))} by ${d.by}`, fileSize(d.bytes), d.seenByTitle,
        ],
      }))}
    />
  );
}

/** What the stages still need, with a way to add each. */
function Missing({ page, stage, kind, path }: { page: Documents; stage: string | undefined; kind: string | undefined; path: string }) {
  if (!stage) return null;
  const have = (key: string) => page.all.filter((d) => d.state === 'current' && d.kind === key).length;
  const lacking = page.kinds.filter((k) => k.stage === stage && (!kind || k.kind === kind) && have(k.kind) < k.minimum);
  if (lacking.length === 0) return null;
  return (
    <>
      <h2>Still needed</h2>
      <ul>
        {lacking.map((k) => (
          <li key={k.kind}>
            <Link to={`${path}/documents/new?stage=${k.stage}&kind=${k.kind}`}>{`Add: ${k.title}`}</Link>
            {k.minimum > 1 ? ` (${have(k.kind)} of ${k.minimum} added)` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

const kindsFor = (page: Documents, stage: string | undefined) => {
  const kinds = new Map(page.kinds.filter((k) => !stage || k.stage === stage).map((k) => [k.kind, k.title]));
  return [...kinds, ['other', 'Another document'] as const].map(([value, label]) => ({ value, label }));
};

function chosenFilters(page: Documents, stage: string | undefined, kind: { kind: string; title: string } | null) {
  const path = `/cases/${page.case.id}/documents`;
  const title = page.stages.find((s) => s.key === stage)?.title;
  return [
    ...(title ? [{ label: title, removeTo: kind ? `${path}?kind=${kind.kind}` : path }] : []),
    ...(kind ? [{ label: kind.title, removeTo: stage ? `${path}?stage=${stage}` : path }] : []),
  ];
}
