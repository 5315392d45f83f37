import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { CheckAnswers, loader as check, meta } from './check.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => check(asked);

/** Sends the stage. The page's own key makes a second press answer as the first did. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const key = String((await request.formData()).get('key') ?? '').slice(0, 80);
  const once = key ? { key, payload: { act: 'submit', case: params.case!, stage: params.stage! } } : undefined;
  const sent = await submitStage(actor, params.case!, params.stage!, once);
  if (sent.ok) return redirect(`/cases/${params.case}/stages/${params.stage}/sent`);
  if (sent.status === 404) notFound();
  if (sent.status === 403) forbidden(sent.reasons.map((r) => r.message).join(' '));
  return data({ refused: sent.reasons.map((r) => r.message) }, { status: sent.status });
}

export default function Submission() {
  const { page } = useLoaderData<typeof loader>();
  return <CheckAnswers page={page} refused={useActionData<typeof action>()?.refused ?? []} />;
}
