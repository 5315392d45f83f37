import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import type { BoardPage } from '#app/domain/boards/board-page.server.ts';
import { boardForm } from '#app/domain/boards/boards.schema.ts';
import { conveneBoard } from '#app/domain/boards/convene-board.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { titled } from '../stages/titled.ts';
import { ConveneForm } from './convene-form.tsx';
import { boardAsked } from './door.server.ts';
import { inFull, MembersTable } from './members-table.tsx';

export const handle = { script: false };

const DONE: Record<string, string> = { convened: 'The board is convened, and its members are told', view: 'Your view is sent', dissolved: 'The board is dissolved' };

export async function loader(asked: LoaderFunctionArgs) {
  return { page: await boardAsked(asked), done: DONE[new URL(asked.request.url).searchParams.get('done') ?? ''] ?? null };
}

/** Convenes a board for the version that was on the page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, boardForm);
  if (!read.ok) return refused(read.errors, read.values);
  const convened = await conveneBoard(actor, params.case!, params.stage!, read.value);
  return convened.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/board?done=convened`) : refusal(convened, typed(form));
}

const heading = (page: Pick<BoardPage, 'stage'>) => `Board for the ${page.stage.noun}`;
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && heading(data.page), data?.page.case.title);

export default function Board() {
  const { page, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page
      title={heading(page)} caption={page.case.title} back={{ to: `${path}/review`, label: page.stage.title }} errors={again?.errors ?? []} wide
      {...(done && { banner: <Banner kind="success" title={done} /> })} lead={<Lead page={page} path={path} />}
    >
      {page.board ? <Convened board={page.board} page={page} /> : null}
      {page.may.convene && page.version ? <ConveneForm page={page} sha256={page.version.sha256} path={path} errors={again?.errors ?? []} values={again?.values ?? {}} /> : null}
      <section>
        <h2>Members</h2>
        <Members page={page} />
        {page.viewsHidden ? <p>You see what others said when you have given your view.</p> : null}
        {page.may.invite ? <p><Link to={`/cases/${page.case.id}/invitations/new`}>Invite a board member</Link></p> : null}
      </section>
      {page.dissolved.length ? <section><h2>Dissolved</h2><ul>{page.dissolved.map((one) => <li key={one.id}>{one.words}</li>)}</ul></section> : null}
    </Page>
  );
}

function Lead({ page, path }: { page: BoardPage; path: string }) {
  return (
    <>
      <p>{page.turn}</p>
      {page.may.give ? <p><ButtonLink to={`${path}/board/view`}>Give your view</ButtonLink></p> : null}
      {page.may.decide ? <p><ButtonLink to={`${path}/decision`} kind={page.board && page.board.given >= page.board.quorum ? 'primary' : 'secondary'}>Decide on this stage</ButtonLink></p> : null}
      {page.may.dissolve ? <p><Link to={`${path}/board/dissolution`}>Dissolve this board</Link></p> : null}
    </>
  );
}

function Members({ page: { board, members, viewsHidden } }: { page: BoardPage }) {
  if (members.length === 0) return <p>Nobody has joined as a board member yet.</p>;
  if (board) return <MembersTable members={members} hidden={viewsHidden} />;
  return <ul>{members.map((m) => <li key={m.id}>{`${inFull(m)}${m.title === 'Cannot take part' ? `. Cannot take part: ${m.words}` : ''}`}</li>)}</ul>;
}

const Convened = ({ board, page }: { board: NonNullable<BoardPage['board']>; page: BoardPage }) => (
  <SummaryList
    rows={[
      { key: 'Board', value: board.name.charAt(0).toUpperCase() + board.name.slice(1) },
      { key: 'Meets', value: day(board.meetsOn) },
      { key: 'About', value: `${page.stage.title}, version ${page.version?.number ?? ''}` },
      { key: 'Views in', value: `${board.given} of ${board.quorum} needed` },
      { key: 'Convened by', value: `${board.by}, ${day(dayOf(board.at))}` },
    ]}
  />
);
