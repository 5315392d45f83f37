import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { meetingsPage, type ActionView, type MeetingsPage, type MeetingView } from '#app/domain/meetings/meetings-page.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, Buttons, QuietButton } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import classes from './meetings.module.css';
import { Sessions } from './sessions.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await meetingsPage(reader(), file)) ?? notFound();
  return { page, done: DONE[new URL(asked.request.url).searchParams.get('done') ?? ''] ?? null };
}

const DONE: Record<string, string> = { session: 'The session is written down', action: 'The action is marked as done' };
const TITLE = 'Meetings with the mentor';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.page.case.title);

export default function Meetings() {
  const { page, done } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: page.case.title }} nav={<CaseNav of={page.case} current="people" />}
      {...(done && { banner: <Banner kind="success" title={done} /> })} lead={<Given page={page} />}
    >
      <p><Link to={`${path}/mentoring/weeks`}>Week by week: what moved, what is stuck, what comes next</Link></p>
      {page.may ? <Buttons><ButtonLink to={`${path}/meetings/new`}>Offer times to meet</ButtonLink><Link to={`${path}/sessions/new`}>Write down a session</Link></Buttons> : null}
      <section>
        <h2>To come</h2>
        {page.meetings.length ? page.meetings.map((meeting) => <Meeting key={meeting.id} meeting={meeting} path={path} />) : <p>No meeting is arranged. Either side can offer times.</p>}
      </section>
      <section>
        <h2>To do</h2>
        {page.actions.length ? <Actions actions={page.actions} path={path} /> : <p>Nothing is left to do. Actions come from the sessions that are written down.</p>}
      </section>
      <Sessions page={page} />
      {page.past.length ? <Details summary={`Earlier meetings (${page.past.length})`}>{page.past.map((meeting) => <Meeting key={meeting.id} meeting={meeting} path={path} />)}</Details> : null}
    </Page>
  );
}

const Given = ({ page }: { page: MeetingsPage }) =>
  page.given.length ? <>{page.given.map((one) => <p key={one.name}>{`${one.name}: ${one.words}.`}</p>)}</> : <p>There is no mentor in this case now.</p>;

const TAGS: Record<MeetingView['state'], [string, Tone]> = { offered: ['Times offered', 'violet'], agreed: ['Agreed', 'green'], over: ['Took place', 'plain'], cancelled: ['Cancelled', 'plain'] };

function Meeting({ meeting, path }: { meeting: MeetingView; path: string }) {
  const [tag, tone] = meeting.state === 'over' && meeting.yours === 'write' ? (['To be written down', 'amber'] as const) : TAGS[meeting.state];
  const to = `${path}/meetings/${meeting.id}`;
  return (
    <article className={classes.meeting}>
      <div className={classes.head}><h3><Link to={to}>{`${meeting.topic}: ${meeting.who}`}</Link></h3><StatusTag tone={tone}>{tag}</StatusTag></div>
      <p>{`${meeting.place}. ${meeting.when}.`}</p>
      {meeting.yours ? <p><Link to={meeting.yours === 'choose' ? to : `${path}/sessions/new?meeting=${meeting.id}`}>{meeting.yours === 'choose' ? 'Choose a time' : 'Write it down'}</Link></p> : null}
    </article>
  );
}

const Actions = ({ actions, path }: { actions: ActionView[]; path: string }) => (
  <ul className={classes.actions}>
    {actions.map((action) => (
      <li key={action.id}>
        <div>{action.text}<br /><span className="quiet small">{`${action.owner}, by ${action.due}`}{action.late ? <strong className={classes.late}> Late</strong> : null}</span></div>
        {action.mayTick ? <Form method="post" action={`${path}/actions/${action.id}/done`}><QuietButton hidden={`: ${action.text}`}>Mark as done</QuietButton></Form> : null}
      </li>
    ))}
  </ul>
);
