import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { newsSoFar } from '#app/domain/live/case-news.server.ts';
import { mayState, statementsFor } from '#app/domain/evidence/staff-statement.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { stagePage, type SectionRow, type StagePage } from '#app/domain/stages/stage-page.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, SecondaryButton } from '#app/ui/buttons.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Details } from '#app/ui/details.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { TaskList, type TaskRow } from '#app/ui/task-list.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';
import { StaffStatements } from '../documents/staff-statements.tsx';
import { MentorNotes } from '../meetings/mentor-notes.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const news = await newsSoFar(reader(), file.case.id);
  const page = (await stagePage(reader(), file, params.stage!)) ?? notFound();
  const saved = page.groups?.flatMap((g) => g.rows).find((row) => row.key === new URL(request.url).searchParams.get('saved'));
  return { page, saved: saved?.title ?? null, statements: await statementsFor(reader(), file, page.key), mayState: mayState(file, page.key), case: page.case, news };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function StageRoute() {
  const { page, saved, statements, mayState: mayWrite } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.key}`;
  return (
    <Page
      title={page.title}
      back={{ to: `/cases/${page.case.id}`, label: page.case.title }}
      tag={<StatusTag tone={page.state.tone}>{page.state.title}</StatusTag>}
      {...(saved && { banner: <Banner kind="success" title={`${saved} saved`} /> })}
      lead={<Lead page={page} path={path} />}
      wide
    >
      <Columns aside={<Aside page={page} path={path} />} label="About this stage">
        <p>{page.purpose}</p>
        {page.shortForm ? <p>You have the short form, for small teams. It asks for less, and the approver knows that.</p> : null}
        <MentorNotes notes={page.notes} mayWrite={page.mayNote} path={path} />
        <StaffStatements statements={statements} mayWrite={mayWrite} caseId={page.case.id} />
        {page.groups ? <TaskList groups={[...page.groups.map((group) => ({ title: group.title, rows: group.rows.map((row) => taskOf(row, path)) })), ...lastGroups(page, path)]} /> : <Versions page={page} path={path} />}
      </Columns>
    </Page>
  );
}

function Lead({ page, path }: { page: StagePage; path: string }) {
  const editable = page.send !== null || (page.groups !== null && page.turn?.whose !== 'nobody' && page.state.tone === 'blue');
  return (
    <>
      {editable ? <p>{`${page.send?.verb === 'finish' ? 'Not finished yet.' : page.versions.length ? 'Not sent again yet.' : 'Not sent yet.'} ${page.completed} of ${counted(page.of, 'section')} completed.`}</p> : null}
      {page.turn ? <TurnLine turn={page.turn} {...(page.turn.whose === 'you' && page.turn.action && page.send === null && { action: page.turn.action })} /> : null}
      {page.next ? <p><ButtonLink to={`${path}/${page.next.key}`}>{`Next: ${page.next.title}`}</ButtonLink></p> : null}
      {page.awaits.length ? <Inset><p>{`Before it is sent, it waits for ${page.awaits.join(' and ')} to confirm it as it stands. `}<Link to={`${path}/partners`}>Confirm it, or see who has</Link></p></Inset> : null}
      {page.only.length ? <Inset><p>{`The approver asked for changes to ${page.only.length === 1 ? 'this answer' : 'these answers'} only. Leave the others as they were sent.`}</p><ul>{page.only.map((title) => <li key={title}>{title}</li>)}</ul></Inset> : null}
      {page.mayTakeBack ? (
        <Form method="post" action={`${path}/taking-back`}>
          <SecondaryButton>Take it back</SecondaryButton>
          <p className="small">You can take it back until somebody on the approver's side opens it.</p>
        </Form>
      ) : null}
      {page.mayReopen ? <p><Link to={`${path}/reopening`}>Reopen this stage</Link></p> : null}
    </>
  );
}

const STATUSES: Record<SectionRow['status'], TaskRow['status']> = {
  notStarted: { tone: 'blue', words: 'Not yet started' },
  inProgress: { tone: 'outline', words: 'In progress' },
  completed: { tone: 'plain', words: 'Completed' },
  changesRequested: { tone: 'amber', words: 'Changes requested' },
  problem: { tone: 'red', words: 'There is a problem' },
  cannotStart: { tone: 'plain', words: 'Cannot start yet' },
};

function taskOf(row: SectionRow, path: string): TaskRow {
  const hint = [row.because || row.hint, row.given].filter(Boolean).join('. ');
  return { id: row.key, title: row.title, status: STATUSES[row.status], ...(row.status !== 'cannotStart' && { to: `${path}/${row.key}` }), ...(hint && { hint }) };
}

function lastGroups(page: StagePage, path: string): { title: string; rows: TaskRow[] }[] {
  const documents = page.evidence.map((kind): TaskRow => {
    const enough = kind.have >= kind.minimum;
    const words = kind.have > 0 ? counted(kind.have, 'file') : kind.minimum > 0 ? 'Not added yet' : 'Optional';
    return {
      id: `evidence-${kind.key}`, title: kind.title, to: `/cases/${page.case.id}/documents?stage=${page.key}&kind=${kind.key}`,
      status: { tone: enough ? 'plain' : 'blue', words }, ...(kind.hint && { hint: kind.hint }),
    };
  });
  const check: TaskRow[] = page.send
    ? [{
        id: 'check', title: page.send.verb === 'finish' ? `Finish the ${page.noun}` : `Check and send${page.approvers.length ? ` to ${page.approvers.join(' and ')}` : ''}`,
        ...(page.send.reasons.length === 0 ? { to: `${path}/check` } : { hint: page.send.reasons.join('. ') }),
        status: page.send.reasons.length === 0 ? { tone: 'blue', words: 'Ready' } : { tone: 'plain', words: page.send.verb === 'finish' ? 'Cannot finish yet' : 'Cannot send yet' },
      }]
    : [];
  return [
    ...(documents.length ? [{ title: 'Documents', rows: documents }] : []),
    ...(check.length ? [{ title: page.send?.verb === 'finish' ? 'Finish' : 'Send', rows: check }] : []),
  ];
}

const Aside = ({ page, path }: { page: StagePage; path: string }) => (
  <>
    <h2>About this stage</h2>
    <Facts
      rows={[
        ...(page.dueOn ? [{ key: 'Due', value: day(page.dueOn) }] : []),
        ...(page.send?.verb === 'finish' ? [] : [{ key: 'Approver', value: page.approvers.join(', ') || 'Nobody invited yet' }]),
        { key: 'Comments', value: page.openComments ? `${page.openComments} open` : 'None open' },
      ]}
    />
    <ul>
      <li><Link to={`/cases/${page.case.id}/comments?stage=${page.key}`}>Comments on this stage</Link></li>
      {page.groups ? <li><Link to={`${path}/assignments`}>Who writes what</Link></li> : null}
      {page.groups ? <li><Link to={`${path}/partners`}>Partners who confirm it</Link></li> : null}
    </ul>
    {page.criteria.length ? (
      <Details summary="What the approver will look for">
        <ol>{page.criteria.map((c) => <li key={c.key}><strong>{c.title}.</strong> {c.looksFor}{c.blocking ? ' This must be met.' : ''}</li>)}</ol>
      </Details>
    ) : null}
    {page.groups ? <Versions page={page} path={path} /> : null}
    <h2>Help</h2>
    <ul>
      <li><Link to={`/guidance/${page.key}`}>How this stage works</Link></li>
      {page.groups ? <li><Link to={`${path}/print`}>Print your answers</Link></li> : null}
      {page.pack === null ? null : <li><Link to={`${path}/pack`}>{`Board pack of version ${page.pack}`}</Link></li>}
    </ul>
    {page.sources.length ? (
      <p className="small">{`Guidance, not legal advice. Rests on: ${page.sources.map((s) => s.title + (s.checkedOn ? `, checked ${day(s.checkedOn)}` : '')).join('; ')}.`}</p>
    ) : null}
  </>
);

const Versions = ({ page, path }: { page: StagePage; path: string }) => (
  <>
    <h2>Versions sent</h2>
    {page.versions.length === 0 ? <p>None yet</p> : null}
    <ul>
      {page.versions.map((v) => <li key={v.number}><Link to={`${path}/versions/${v.number}`}>{`Version ${v.number}`}</Link>{`, sent ${day(dayOf(v.sentAt))}, ${v.outcome}`}{v.records.map((record) => <Fragment key={record.to}>. <Link to={record.to}>{`Decision record: ${record.words}`}<span className="visually-hidden">{`, version ${v.number}`}</span></Link></Fragment>)}</li>)}
    </ul>
  </>
);
