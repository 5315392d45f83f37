import { Form, Link } from '@remix-run/react';
import type { CommentPage } from '#app/domain/comments/comment-page.server.ts';
import { COMMENT_KINDS } from '#app/domain/comments/comments.policy.ts';
import { moment } from '#app/lib/dates.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, PrimaryButton, SecondaryButton, WarningButton } from '#app/ui/buttons.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';

const STATES = { open: { words: 'Open', tone: 'outline' }, answered: { words: 'Answered', tone: 'violet' }, settled: { words: 'Settled', tone: 'green' } } as const;
const DONE: Record<string, string> = { replied: 'Your answer is sent', settled: 'The comment is settled' };

export const headingOf = ({ comment }: Pick<CommentPage, 'comment'>) => COMMENT_KINDS[comment.kind].title;

interface Props {
  page: CommentPage;
  done?: string | null;
  errors?: FormError[];
  values?: Typed;
}

/** A comment with the answer it is about, and what this person can do with it. */
export function CommentOnAnswer({ page, done, errors = [], values = {} }: Props) {
  const { comment, answer } = page;
  const path = `/cases/${page.case.id}/comments/${comment.id}`;
  const state = comment.draft ? { words: 'Draft', tone: 'grey' as const } : STATES[comment.state];
  return (
    <Page
      title={headingOf(page)} caption={answer.title} back={page.back} errors={errors} tag={<StatusTag tone={state.tone}>{state.words}</StatusTag>}
      {...(done && DONE[done] && { banner: <Banner kind="success" title={DONE[done]} /> })}
      lead={<p>{`${comment.mine ? 'You' : comment.by}, ${moment(comment.at)}${comment.draft ? '. Nobody else sees it until you send your review or decision' : ''}`}</p>}
    >
      <Prose text={comment.text} />
      {comment.proposed ? <><h2>Other words offered</h2><Diff before={answer.text} after={comment.proposed} /></> : null}
      <h2>The answer</h2>
      <ShownAnswer answer={answer} caseId={page.case.id} />
      {page.editable ? <p><Link to={`/cases/${page.case.id}/stages/${page.stage.key}/${page.section.key}#${answer.key}`}>Change the answer</Link></p> : null}
      {comment.reply && !page.mayReply ? <><h2>{comment.kind === 'mustChange' ? 'What the team changed' : 'The answer to it'}</h2><Prose text={comment.reply} />{page.replied ? <p className="small">{`${page.replied.by}, ${moment(page.replied.at)}`}</p> : null}</> : null}
      {page.settled ? <Inset><p>{`Settled by ${page.settled.by}, ${moment(page.settled.at)}.`}</p></Inset> : null}
      {page.mayReply ? <Reply page={page} path={path} errors={errors} values={values} /> : null}
      {page.maySettle ? <Form method="post" action={`${path}/settlement`}><Buttons><SecondaryButton>{comment.kind === 'mustChange' ? 'Settle this change' : 'Settle this comment'}</SecondaryButton></Buttons></Form> : null}
      {page.mayDiscard ? <Form method="post" action={`${path}/removal`}><Buttons><WarningButton>Delete this draft</WarningButton></Buttons></Form> : null}
    </Page>
  );
}

function Reply({ page, path, errors, values }: Required<Pick<Props, 'page' | 'errors' | 'values'>> & { path: string }) {
  const must = page.comment.kind === 'mustChange';
  return (
    <Form method="post" action={`${path}/reply`} noValidate>
      <Question
        id="reply" as="field" title={must ? 'What have you changed?' : 'Your answer'}
        {...(must && { why: 'One line. The approver sees it beside the answer, so that they need not read everything again.' })} {...errorAt(errors, 'reply')}
      >
        <LongTextField name="reply" rows={4} defaultValue={values.reply ?? page.comment.reply ?? ''} />
      </Question>
      <Buttons><PrimaryButton>{page.comment.reply ? 'Save your answer' : 'Send your answer'}</PrimaryButton></Buttons>
    </Form>
  );
}
