import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { caseLessonsPage, type CaseLessonsPage, type OwnLesson } from '#app/domain/lessons/case-lessons-page.server.ts';
import { counted } from '#app/lib/money.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { MENDING_DAYS, MOST_LESSONS } from '#workflows/lessons.ts';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { LessonWords } from './lesson-words.tsx';
import classes from './lessons.module.css';

export const handle = { script: false };
const DONE: Readonly<Record<string, string>> = { given: 'The lesson is given', changed: 'The lesson is changed', withdrawn: 'The lesson is withdrawn' };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return { ...(await caseLessonsPage(reader(), file)), done: DONE[new URL(asked.request.url).searchParams.get('done') ?? ''] ?? null };
}

const TITLE = 'Lessons for other teams';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function CaseLessons() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/lessons`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: `/cases/${page.case.id}`, label: page.case.title }} nav={<CaseNav of={page.case} />}
      {...(page.done && { banner: <Banner kind="success" title={page.done} /> })} lead={<Lead page={page} path={path} />}
    >
      {page.ofReview.length ? <OfReview page={page} path={path} /> : null}
      <h2>{page.lessons.length ? counted(page.lessons.length, 'lesson') : 'No lessons yet'}</h2>
      {page.lessons.length === 0 ? <p>Think of one thing that cost you time or money, and that the next team could avoid.</p> : null}
      {page.lessons.map((lesson) => <Lesson key={lesson.id} lesson={lesson} path={path} />)}
      {page.withdrawn.length ? <Details summary={`Withdrawn (${page.withdrawn.length})`}>{page.withdrawn.map((lesson) => <Lesson key={lesson.id} lesson={lesson} path={path} />)}</Details> : null}
      <p><Link to="/lessons">Lessons from all teams</Link></p>
    </Page>
  );
}

function Lead({ page, path }: { page: CaseLessonsPage; path: string }) {
  return (
    <>
      <p>{`A team gives up to ${MOST_LESSONS} lessons, at any time. The next team starts where you stop.`}</p>
      {page.whyNot === null ? <p><ButtonLink to={`${path}/new`}>Give a lesson</ButtonLink></p> : null}
      {page.whyNot ? <p className="quiet">{`${page.whyNot}.`}</p> : null}
    </>
  );
}

const OfReview = ({ page, path }: { page: CaseLessonsPage; path: string }) => (
  <section>
    <h2>Use the lessons of your review</h2>
    <p>You wrote these in your benefit review, for everybody. Each needs a little more before other teams can use it.</p>
    <ul>{page.ofReview.map(({ row, text }) => <li key={row}><Link to={`${path}/new?review=${row}`}>{text}</Link></li>)}</ul>
  </section>
);

const Lesson = ({ lesson, path }: { lesson: OwnLesson; path: string }) => (
  <article className={classes.lesson}>
    <h3>{lesson.title}</h3>
    <p className="small">{`${lesson.about}. ${lesson.withdrawn ? '' : `${lesson.readers}.`}`}</p>
    {lesson.withdrawn ? <p>{`Withdrawn on ${lesson.withdrawn.on}. The reason: ${lesson.withdrawn.reason}`}</p> : <LessonWords happened={lesson.happened} differently={lesson.differently} level={4} />}
    <p className="quiet small">{`${lesson.given}.`}</p>
    {lesson.mayChangeUntil ? <p><Link to={`${path}/${lesson.id}`}>Change it<span className="visually-hidden">{`: ${lesson.title}`}</span></Link>{` until ${lesson.mayChangeUntil}, ${MENDING_DAYS} days after it was given`}</p> : null}
    {lesson.mayWithdraw ? <p><Link to={`${path}/${lesson.id}/withdrawal`}>Withdraw it<span className="visually-hidden">{`: ${lesson.title}`}</span></Link></p> : null}
  </article>
);
