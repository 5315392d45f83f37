import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveTyped } from '#app/domain/answers/save-typed.server.ts';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { takingSchema } from '#app/domain/comments/comments.schema.ts';
import { takeSuggestion } from '#app/domain/comments/suggestions.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { textFields } from '#app/lib/form-entries.ts';
import { parseForm } from '#app/lib/forms.ts';
import { notFound, refusal, refused } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';
import { CommentOnAnswer } from './comment-on-answer.tsx';
import { loader as comment, meta } from './comment.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => comment(asked);

/** The answer becomes the words offered. Pressed beside the answer, what was typed on its page is saved first. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, file } = await caseAsked(asked);
  const form = await asked.request.formData();
  const page = (await commentPage(reader(), file, asked.params.comment!)) ?? notFound();
  const read = parseForm(form, takingSchema);
  if (!read.ok) return refused(read.errors);
  const saw = await savedFirst(actor, file.case.id, page, textFields(form), read.value.revision);
  const taken = await takeSuggestion(actor, file.case.id, page.comment.id, saw.revision);
  if (!taken.ok) return refusal(taken);
  return redirect(saw.beside ? `/cases/${file.case.id}/stages/${page.stage.key}/${page.section.key}#${page.answer.key}` : `/cases/${file.case.id}/comments/${page.comment.id}?done=taken`);
}

/** Typing of one's own in that very answer is no change by somebody else: the words offered take its place. */
async function savedFirst(actor: Parameters<typeof saveTyped>[0], caseId: string, page: { answer: { key: string } }, typed: [string, string][], offeredOn: number) {
  const drawn = typed.find(([name]) => name === `${page.answer.key}.revision`)?.[1];
  const now = await saveTyped(actor, caseId, page.answer.key, typed);
  const ours = now !== undefined && now !== Number(drawn) && Number(drawn) === offeredOn;
  return { revision: ours ? now : offeredOn, beside: drawn !== undefined };
}

export default function Taking() {
  return <CommentOnAnswer page={useLoaderData<typeof loader>().page} errors={useActionData<typeof action>()?.errors ?? []} />;
}
