import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { mentorQueue, type MentorQueue } from '#app/domain/mentoring/queue-page.server.ts';
import { needsNotMet, type NeedNotMet } from '#app/domain/support/needs-not-met.server.ts';
import { supportGiven, type CaseSupported } from '#app/domain/support/support-page.server.ts';
import { quietMentorings, type QuietMentoring } from '#app/domain/weeks/quiet-mentorings.server.ts';
import { counted } from '#app/lib/money.ts';
import { mayKeepMentors } from '#app/domain/mentors/mentors.policy.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { queueAsked } from './door.server.ts';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Teams that look for a mentor - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await queueAsked(args);
  const [queue, notMet, given, quiet] = await Promise.all([mentorQueue(reader()), needsNotMet(reader()), supportGiven(reader()), quietMentorings(reader())]);
  return { ...queue, notMet, given, quiet, mayKeep: mayKeepMentors(actor) };
}

export default function Queue() {
  const queue = useLoaderData<typeof loader>();
  return (
    <Page
      title="Teams that look for a mentor" back={{ to: '/mentors', label: 'Mentors' }} wide
      lead={<p>{`${queue.unmatched.length ? `${counted(queue.unmatched.length, 'team')} without a mentor or a request.` : 'No team waits without a request.'} ${counted(queue.free.places, 'place')} free with ${counted(queue.free.advisers, 'adviser')}.`}</p>}
    >
      <section><h2>No match yet</h2><Unmatched rows={queue.unmatched} /></section>
      {queue.topics.length ? <section><h2>Where help is short</h2><Topics rows={queue.topics} /></section> : null}
      <section><h2>Needs that nobody can meet</h2><NotMet rows={queue.notMet} /></section>
      <section><h2>Asked, and not answered</h2><Asked rows={queue.asked} /></section>
      <section><h2>Working together</h2><Working rows={queue.working} /></section>
      {queue.quiet.length ? <section><h2>No note for two weeks</h2><Quiet rows={queue.quiet} /></section> : null}
      <section className="flow">
        <h2>Packages of support</h2>
        <Given rows={queue.given} />
        <p><Link to="/guidance/shared">Mentors’ answers as guidance</Link></p>
        {queue.mayKeep ? <p><Link to="/mentors/packages">Change how many hours a package holds</Link></p> : null}
      </section>
    </Page>
  );
}

const toCase = (row: { caseId: string; title: string }) => <Link key="case" to={`/cases/${row.caseId}/mentoring`}>{row.title}</Link>;

const Unmatched = ({ rows }: { rows: MentorQueue['unmatched'] }) =>
  rows.length === 0 ? <p>Every team that said what it needs has a mentor or has asked somebody.</p> : (
    <Table
      caption="Teams without a match" captionHidden head={[{ label: 'Case' }, { label: 'Needs help with' }, { label: 'Since' }, { label: 'Days', numeric: true }, { label: 'Next' }]}
      rows={rows.map((row) => ({ key: row.caseId, cells: [toCase(row), row.topics, row.since, row.days, <Link key="match" to={`/cases/${row.caseId}/mentoring/choices`}>Match by hand<span className="visually-hidden">{` for ${row.title}`}</span></Link>] }))}
    />
  );

const Topics = ({ rows }: { rows: MentorQueue['topics'] }) => (
  <Table caption="Topics that teams without a match ask for" captionHidden head={[{ label: 'Topic' }, { label: 'Teams that ask', numeric: true }, { label: 'Places free', numeric: true }]} rows={rows.map((row) => ({ key: row.title, cells: [row.title, row.wanted, row.free] }))} pairs />
);

const Asked = ({ rows }: { rows: MentorQueue['asked'] }) =>
  rows.length === 0 ? <p>Nobody is asked at present.</p> : (
    <Table caption="Requests" captionHidden head={[{ label: 'Case' }, { label: 'Asked' }, { label: 'Reply by' }, { label: 'Chosen by' }]} rows={rows.map((row) => ({ key: row.id, cells: [toCase(row), row.name, row.replyBy, row.byHand ? 'Support unit' : 'Team'] }))} />
  );

const Working = ({ rows }: { rows: MentorQueue['working'] }) =>
  rows.length === 0 ? <p>Nobody at present.</p> : (
    <Table caption="Teams with a mentor" captionHidden head={[{ label: 'Case' }, { label: 'Mentor' }, { label: 'Stands' }]} rows={rows.map((row) => ({ key: row.id, cells: [toCase(row), row.name, row.state] }))} />
  );

const NotMet = ({ rows }: { rows: readonly NeedNotMet[] }) =>
  rows.length === 0 ? <p>For every topic that a team asks for, or that its readiness check shows as a gap, an adviser has a place free.</p> : (
    <Table
      caption="Topics that teams need and no adviser can take on now" captionHidden head={[{ label: 'Topic' }, { label: 'Region of the team' }, { label: 'Teams', numeric: true }]}
      rows={rows.map((row) => ({ key: row.topic + row.region, cells: [row.topic, row.region, row.teams] }))} pairs
    />
  );

const Given = ({ rows }: { rows: readonly CaseSupported[] }) =>
  rows.length === 0 ? <p>No package is given yet. Open a case, then Mentoring, to give one.</p> : (
    <Table
      caption="Packages given, with what was used and spent" captionHidden head={[{ label: 'Case' }, { label: 'Package' }, { label: 'Given' }, { label: 'Used' }, { label: 'Left' }, { label: 'Spent', numeric: true }]}
      rows={rows.map((row) => ({ key: row.caseId, cells: [<Link key="case" to={`/cases/${row.caseId}/support`}>{row.title}</Link>, row.package, row.given, row.used, row.over ? <strong key="left">{row.left}</strong> : row.left, row.spent] }))}
    />
  );

const Quiet = ({ rows }: { rows: readonly QuietMentoring[] }) => (
  <Table
    caption="Mentorings under way without a note of the week" captionHidden head={[{ label: 'Case' }, { label: 'Mentor' }, { label: 'Last note of the week' }]}
    rows={rows.map((row) => ({ key: row.id, cells: [<Link key="case" to={`/cases/${row.caseId}/mentoring/weeks`}>{row.title}</Link>, row.name, row.last] }))}
  />
);
