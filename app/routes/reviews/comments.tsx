import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerForComment } from '#app/domain/comments/comment-page.server.ts';
import { audiencesFor, kindsFor, mayComment, mayCommentIn, READS_ONLY } from '#app/domain/comments/comments.policy.ts';
import { commentSchema } from '#app/domain/comments/comments.schema.ts';
import { peopleToTell } from '#app/domain/comments/people-to-tell.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { inTeam } from '#app/domain/cases/cases.policy.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { CommentForm } from './comment-form.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  const about = (await answerForComment(reader(), file, asked.params.stage!, questionIn(asked.request))) ?? notFound();
  if (!mayComment(file.roles)) forbidden('Auditors read, and leave no comments.');
  if (!mayCommentIn(file.roles, file.standings, about.stage.key)) forbidden(`${READS_ONLY}.`);
  return { ...about, kinds: kindsFor(file.roles, file.exclusion !== null), audiences: audiencesFor(file.roles), people: await peopleToTell(reader(), file, about), team: inTeam(file.roles) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const question = questionIn(request);
  const form = await request.formData();
  const read = parseForm(form, commentSchema);
  const here = (id: string) => (id === 'main' ? id : `${id}-${question}`);
  if (!read.ok) return refused(read.errors.map((e) => ({ ...e, id: here(e.id) })), read.values);
  const { proposed, audience, mention, ...comment } = read.value;
  const added = await addComment(actor, params.case!, { ...comment, question, stage: params.stage!, mentions: mention, ...(audience && { audience }), ...(comment.kind === 'suggestion' && { proposed }) });
  if (!added.ok) return refusal({ ...added, reasons: added.reasons.map((r) => ({ ...r, ...(r.field && { field: here(r.field) }) })) }, typed(form));
  const file = await caseForActor(reader(), actor, params.case!);
  const inside = file && inTeam(file.roles);
  return redirect(inside ? `/cases/${params.case}/comments/${added.value.commentId}` : `/cases/${params.case}/stages/${params.stage}/review?done=comment#${question}`);
}

const questionIn = (request: Request) => new URL(request.url).searchParams.get('question') ?? '';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Comment on: ${data.answer.title}`, data?.case.title);

export default function Comments() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  const back = page.team ? { to: `${path}/${page.section.key}`, label: page.section.title } : { to: `${path}/review#${page.answer.key}`, label: page.stage.title };
  return (
    <Page title="Add a comment" caption={page.answer.title} back={back} errors={again?.errors ?? []}>
      <h2>The answer</h2>
      <ShownAnswer answer={page.answer} caseId={page.case.id} />
      <h2>Your comment</h2>
      <CommentForm question={page.answer.key} kinds={page.kinds} audiences={page.audiences} isText={page.isText} people={page.people} action={`${path}/comments?question=${encodeURIComponent(page.answer.key)}`} errors={again?.errors ?? []} values={again?.values ?? {}} />
    </Page>
  );
}
