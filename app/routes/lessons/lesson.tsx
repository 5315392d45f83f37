import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { lessonFound } from '#app/domain/lessons/library-page.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { LessonSource, LessonWords } from './lesson-words.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const signedIn = (await actorOf(request, context)) !== null;
  return (await lessonFound(reader(), params.lesson!, signedIn)) ?? notFound();
}

const WITHDRAWN = 'This lesson was withdrawn';
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${'stands' in data ? data.stands.title : WITHDRAWN} - Slipway` : 'Slipway' }];

const BACK = { to: '/lessons', label: 'Lessons from teams' };

export default function Lesson() {
  const found = useLoaderData<typeof loader>();
  if ('withdrawn' in found) {
    return <Page title={WITHDRAWN} back={BACK}><p>{`Its team took it back on ${found.withdrawn.on}. The reason: ${found.withdrawn.reason}`}</p></Page>;
  }
  const { stands: lesson } = found;
  return (
    <Page title={lesson.title} caption={lesson.team} back={BACK} lead={<p>{`${lesson.about}.`}</p>}>
      <LessonWords happened={lesson.happened} differently={lesson.differently} level={2} />
      <LessonSource lesson={lesson} />
      <p><Link to="/lessons">Read other lessons</Link></p>
    </Page>
  );
}
