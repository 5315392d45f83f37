import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { commentsPage, type CommentSearch, type CommentsPage } from '#app/domain/comments/comments-page.server.ts';
import { COMMENT_KINDS, COMMENT_STATES } from '#workflows/comments.ts';
import { reader } from '#app/domain/database.server.ts';
import { newsSoFar } from '#app/domain/live/case-news.server.ts';
import { moment } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import classes from './comments.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const said = new URL(asked.request.url).searchParams;
  const word = (name: string) => (said.get(name) ?? '').slice(0, 200);
  const search: CommentSearch = { stage: word('stage'), kind: word('kind'), state: word('state'), whose: word('whose'), question: word('question'), before: word('before') };
  const news = await newsSoFar(reader(), file.case.id);
  return { ...(await commentsPage(reader(), file, search)), search, news };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Comments', data?.case.title);

const FILTERS = ['stage', 'kind', 'state', 'whose'] as const;
const LABELS = { stage: 'Stage', kind: 'Kind', state: 'State', whose: 'Whose' } as const;

export default function CommentList() {
  const { case: head, rows, total, next, options, question, search } = useLoaderData<typeof loader>();
  const path = `/cases/${head.id}/comments`;
  const address = (asked: Partial<CommentSearch>) => {
    const said = new URLSearchParams(Object.entries({ ...search, ...asked }).filter(([, value]) => value !== ''));
    return said.size ? `${path}?${said}` : path;
  };
  const chosen = [
    ...FILTERS.flatMap((name) => options[name].filter(({ value }) => value === search[name]).map(({ label }) => ({ label, removeTo: address({ [name]: '', before: '' }) }))),
    ...(question ? [{ label: question, removeTo: address({ question: '', before: '' }) }] : []),
  ];
  return (
    <Page title="Comments" caption={head.title} back={{ to: `/cases/${head.id}`, label: head.title }} nav={<CaseNav of={head} current="comments" />} lead={<p>Questions, suggestions and changes asked for on the answers of this case, newest first. You see those that are for you.</p>} wide>
      <FilterForm action={path} chosen={chosen} count={search.before ? `${counted(total, 'comment')}, continued` : counted(total, 'comment')}>
        {question ? <input type="hidden" name="question" value={search.question} /> : null}
        {FILTERS.map((name) => <Question key={name} id={name} as="field" size="s" title={LABELS[name]}><SelectField name={name} empty="All" options={options[name]} defaultValue={search[name]} /></Question>)}
      </FilterForm>
      {rows.length === 0 ? <p>{chosen.length ? <>No comments match these filters. <Link to={path}>Clear filters</Link></> : 'No comments yet. Open an answer to ask a question or to suggest other words.'}</p> : null}
      <ol className={classes.list}>{rows.map((row) => <Row key={row.id} row={row} path={path} />)}</ol>
      <Pages
        {...(search.before && { previous: { to: address({ before: '' }), label: 'Back to the newest' } })}
        {...(next && { next: { to: address({ before: next }), label: 'Older comments' } })}
      />
    </Page>
  );
}

const Row = ({ row, path }: { row: CommentsPage['rows'][number]; path: string }) => (
  <li>
    <h3><Link to={`${path}/${row.id}`}>{row.about}</Link></h3>
    <p className={classes.text}>{row.text}</p>
    <p className={classes.about}>
      <StatusTag tone={row.kind === 'mustChange' && row.state === 'open' ? 'amber' : 'outline'}>{COMMENT_KINDS[row.kind].title}</StatusTag>
      <span>{`${row.stage}. ${row.mine ? 'You' : row.by}, ${moment(row.at)}. ${row.draft ? 'Draft, not sent' : COMMENT_STATES[row.state]}`}</span>
    </p>
  </li>
);
