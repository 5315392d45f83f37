import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { adviserDesk } from '#app/domain/mentoring/mentoring-pages.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { TaskList } from '#app/ui/task-list.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Your mentoring - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return (await adviserDesk(reader(), (await requireActor(request, context)).id)) ?? notFound();
}

export default function Desk() {
  const desk = useLoaderData<typeof loader>();
  const [empty, full] = [desk.groups.filter((group) => group.rows.length === 0), desk.groups.filter((group) => group.rows.length > 0)];
  return (
    <Page title="Your mentoring" caption={desk.organisation.name} lead={<p>{empty.slice(0, 2).map((group) => group.none).join(' ') || 'A team waits for your answer.'}</p>}>
      <TaskList groups={full.map((group) => ({ title: group.title, rows: group.rows.map((row) => ({ id: row.id, to: row.to, title: row.title, hint: row.words, status: { tone: row.state.tone, words: row.state.title } })) }))} />
      <section className="flow">
        <h2>What you offer</h2>
        <SummaryList rows={desk.offers} />
        <p><Link to="/mentoring/availability">Change what you offer</Link></p>
        <p><Link to="/mentoring/conflicts">Your conflicts of interest</Link></p>
        <p><Link to="/guidance/shared">Your answers as guidance for others</Link></p>
        <p><Link to={`/mentors/${desk.organisation.id}`}>{`See how ${desk.organisation.name} stands in the directory`}</Link></p>
      </section>
    </Page>
  );
}
