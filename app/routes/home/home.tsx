import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { homePage, type HomePage } from '#app/domain/cases/home-page.server.ts';
import { rememberVisit } from '#app/domain/cases/home-news.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { env } from '#app/env.server.ts';
import { day } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Page } from '#app/ui/page.tsx';
import { Beside } from './beside.tsx';
import { Front } from './front.tsx';
import { Stuck, Tasks, Waiting } from './work.tsx';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.home ? `${data.home.decidesOnly ? 'Your decisions' : 'Your work'} - Slipway` : 'Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  if (!actor) return { home: null, demo: env().demo };
  const home = await homePage(reader(), actor);
  await rememberVisit(reader(), actor);
  const { name, phone, hours } = env().support;
  return { home, all: new URL(request.url).searchParams.get('show') === 'all', support: { name, words: [phone, hours].filter(Boolean).join(', ') } };
}

export default function Home() {
  const data = useLoaderData<typeof loader>();
  if (!data.home) return <Front demo={data.demo} />;
  const { home, all, support } = data;
  const alone = home.cases.length === 0 && home.stuck === null;
  return (
    <Page title={home.decidesOnly ? 'Your decisions' : 'Your work'} lead={<p>{alone ? 'You have no part in a case yet.' : countInWords(home)}</p>} wide>
      {alone ? <FirstSteps home={home} /> : (
        <Columns aside={<Beside home={home} support={support} />} label="Your cases and news">
          {home.stuck && home.tasks.length === 0 ? null : <Tasks tasks={home.tasks} all={all} decidesOnly={home.decidesOnly} inTeam={home.cases.some(({ roles }) => roles.some((role) => role === 'lead' || role === 'member'))} />}
          {home.stuck ? <Stuck stuck={home.stuck} /> : null}
          <Waiting waiting={home.waiting} />
        </Columns>
      )}
    </Page>
  );
}

/** "2 things need you. The next is due on 22 May 2026." */
function countInWords({ tasks, waiting }: HomePage): string {
  const due = tasks.flatMap((task) => task.dueOn ?? []).sort()[0];
  const late = tasks.filter((task) => task.late).length;
  if (tasks.length === 0) return ['Nothing needs you today.', ...(waiting[0]?.turn.whose === 'other' ? [`${waiting[0].caseTitle}: ${waiting[0].turn.words.replace(/^With/, 'with')}.`] : [])].join(' ');
  const next = late ? `${late === tasks.length && late === 1 ? 'It' : late} ${late === 1 ? 'is' : 'are'} late.` : due ? `The next is due on ${day(due)}.` : '';
  return `${counted(tasks.length, 'thing')} ${tasks.length === 1 ? 'needs' : 'need'} you. ${next}`.trim();
}

const FirstSteps = ({ home }: { home: HomePage }) => (
  <>
    <p>A case takes one team from first idea to a running enterprise. Start one, or ask a team lead to invite you to theirs.</p>
    <p><ButtonLink to="/cases/new">Start a case</ButtonLink></p>
    {home.example ? <p>Not sure yet? <Link to={`/cases/${home.example.id}`}>Look round a finished example: {home.example.title}</Link></p> : null}
    <p><Link to="/guidance">How it works, stage by stage</Link></p>
  </>
);
