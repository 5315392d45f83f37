import { Form, Link } from '@remix-run/react';
import type { CommentPage } from '#app/domain/comments/comment-page.server.ts';
import { AUDIENCES, COMMENT_KINDS, COMMENT_STATES } from '#workflows/comments.ts';
import { moment } from '#app/lib/dates.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, PrimaryButton, SecondaryButton, WarningButton } from '#app/ui/buttons.tsx';
import { Details } from '#app/ui/details.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Offered, Suggest } from './offered.tsx';
import { Tasks } from './tasks.tsx';
import { Thread } from './thread.tsx';

const TONES = { open: 'outline', answered: 'violet', settled: 'green' } as const;
const DONE: Record<string, string> = {
  replied: 'Your reply is sent', settled: 'The comment is settled', offered: 'Your words are offered', taken: 'The answer now has these words',
  declined: 'The words are declined, and their writer is told why', task: 'The task is made', ticked: 'The task is ticked off',
};

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
  const state = comment.draft ? { words: 'Draft', tone: 'grey' as const } : { words: COMMENT_STATES[comment.state], tone: TONES[comment.state] };
  return (
    <Page
      title={headingOf(page)} caption={answer.title} back={page.back} errors={errors} tag={<StatusTag tone={state.tone}>{state.words}</StatusTag>}
      {...(done && DONE[done] && { banner: <Banner kind="success" title={DONE[done]} /> })}
      lead={<p>{`${comment.mine ? 'You' : comment.by}, ${moment(comment.at)}. ${comment.draft ? 'Nobody else sees it until you send your review or decision' : AUDIENCES[comment.audience].words}.`}</p>}
    >
      <Prose text={comment.text} />
      {page.mentions.length ? <p className="small">{`Mentions ${page.mentions.join(', ')}.`}</p> : null}
      {page.offer ? <Offered page={page} offer={page.offer} path={path} errors={errors} values={values} /> : null}
      <h2>The answer</h2>
      <ShownAnswer answer={answer} caseId={page.case.id} />
      {page.editable ? <p><Link to={`/cases/${page.case.id}/stages/${page.stage.key}/${page.section.key}#${answer.key}`}>Change the answer</Link></p> : null}
      {page.thread.length ? <Thread page={page} /> : null}
      {page.tasks.length ? <Tasks tasks={page.tasks} path={path} /> : null}
      {page.settled ? <Inset><p>{`Settled by ${page.settled.by}, ${moment(page.settled.at)}.`}</p></Inset> : null}
      {page.guidance ? <p><Link to={page.guidance.to}>{page.guidance.label}</Link></p> : null}
      {page.mayReply ? <ReplyOf page={page} path={path} errors={errors} values={values} /> : null}
      {page.maySuggest ? <Suggest page={page} path={path} errors={errors} values={values} /> : null}
      {page.mayMakeTask ? <p><Link to={`${path}/task`}>Make this a task for somebody</Link></p> : null}
      {page.maySettle ? <Form method="post" action={`${path}/settlement`}><Buttons><SecondaryButton>{comment.kind === 'mustChange' ? 'Settle this change' : 'Settle this comment'}</SecondaryButton></Buttons></Form> : null}
      {page.mayDiscard ? <Form method="post" action={`${path}/removal`}><Buttons><WarningButton>Delete this draft</WarningButton></Buttons></Form> : null}
    </Page>
  );
}

/** Where words wait to be taken, answering otherwise is in a fold: there is one main thing to do. */
const ReplyOf = (props: Parameters<typeof Reply>[0]) =>
  props.page.offer?.mayTake ? <Details summary="Answer without taking the words" open={props.errors.some((e) => e.id === 'reply')}><Reply {...props} /></Details> : <Reply {...props} />;

function Reply({ page, path, errors, values }: Required<Pick<Props, 'page' | 'errors' | 'values'>> & { path: string }) {
  const must = page.comment.kind === 'mustChange' && !page.comment.mine;
  const Send = page.offer?.mayTake || page.comment.mine ? SecondaryButton : PrimaryButton;
  return (
    <Form method="post" action={`${path}/reply`} noValidate>
      <Question
        id="reply" as="field" title={page.comment.mine ? 'Write again' : must ? 'What have you changed?' : 'Your answer'}
        {...(must && { why: 'One line. The approver sees it beside the answer, so that they need not read everything again.' })} {...errorAt(errors, 'reply')}
      >
        <LongTextField name="reply" rows={4} defaultValue={values.reply ?? ''} />
      </Question>
      <Buttons><Send>{page.comment.mine ? 'Send it' : 'Send your answer'}</Send></Buttons>
    </Form>
  );
}
