import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import type { LessonShown } from '#app/domain/lessons/lesson-shown.ts';
import { libraryPage } from '#app/domain/lessons/library-page.server.ts';
import { LESSON_FILTERS, libraryAddress, librarySearchIn } from '#app/domain/lessons/library-search.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { counted } from '#app/lib/money.ts';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { STAGE_WORDS } from '#workflows/stage-words.ts';
import { TOPICS } from './lesson-fields.tsx';
import { LessonSource } from './lesson-words.tsx';
import classes from './lessons.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Lessons from teams - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const signedIn = (await actorOf(request, context)) !== null;
  const search = librarySearchIn(new URL(request.url).searchParams);
  return { search, signedIn, ...(await libraryPage(reader(), search, signedIn)) };
}

const STAGES = STAGE_WORDS.map(({ key, title }) => ({ value: key, label: title }));
const labelOf = (name: (typeof LESSON_FILTERS)[number], value: string) =>
  name === 'words' ? `"${value}"` : ((name === 'stage' ? STAGES : TOPICS).find((option) => option.value === value)?.label ?? value);

export default function Lessons() {
  const { search, signedIn, lessons, count, page, last } = useLoaderData<typeof loader>();
  const chosen = LESSON_FILTERS.filter((name) => search[name]).map((name) => ({ label: labelOf(name, search[name]), removeTo: libraryAddress({ ...search, [name]: '', page: '' }) }));
  const turn = (to: number) => ({ to: libraryAddress({ ...search, page: String(to) }), label: `Page ${to} of ${last}` });
  return (
    <Page title="Lessons from teams" wide lead={<Lead signedIn={signedIn} />}>
      <FilterForm action="/lessons" chosen={chosen} count={counted(count, 'lesson')}>
        <Question id="words" as="field" size="s" title="Words"><TextField name="words" type="search" defaultValue={search.words} /></Question>
        <Question id="stage" as="field" size="s" title="Stage"><SelectField name="stage" empty="All" options={STAGES} defaultValue={search.stage} /></Question>
        <Question id="topic" as="field" size="s" title="Topic"><SelectField name="topic" empty="All" options={TOPICS} defaultValue={search.topic} /></Question>
      </FilterForm>
      {lessons.length ? lessons.map((lesson) => <Lesson key={lesson.id} lesson={lesson} />) : <None filtered={chosen.length > 0} />}
      <Pages previous={page > 1 ? turn(page - 1) : undefined} next={page < last ? turn(page + 1) : undefined} />
    </Page>
  );
}

const Lead = ({ signedIn }: { signedIn: boolean }) => (
  <p>
    What teams that left the NHS would do differently, in their own words. Nobody has checked them: they are experience, not advice.
    {signedIn ? null : <> Some lessons are only for people with an account: <Link to="/sign-in?to=%2Flessons">sign in</Link> to read them too.</>}
  </p>
);

const Lesson = ({ lesson }: { lesson: LessonShown }) => (
  <article className={classes.lesson}>
    <h3><Link to={`/lessons/${lesson.id}`}>{lesson.title}</Link></h3>
    <p className="small">{`${lesson.about}.`}</p>
    <Prose text={lesson.differently} />
    <LessonSource lesson={lesson} />
  </article>
);

const None = ({ filtered }: { filtered: boolean }) =>
  filtered
    ? <p>No lesson matches all of these. <Link to="/lessons">Clear filters</Link>, or look for one word at a time.</p>
    : <p>No team has given a lesson yet. A team gives up to three, from the page of its case.</p>;
