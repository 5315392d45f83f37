import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { moveForm } from '#app/domain/conditions/conditions.schema.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { loader as condition, meta } from './condition.tsx';
import { OneCondition } from './one-condition.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => condition(asked);

/** Moves one condition. The law says who may, and what they must say. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, moveForm);
  if (!read.ok) return refused(read.errors, read.values);
  const moved = await moveCondition(actor, params.case!, params.condition!, read.value);
  return moved.ok ? redirect(`/cases/${params.case}/conditions/${params.condition}?done=yes`) : refusal(moved, typed(form));
}

export default function Move() {
  const again = useActionData<typeof action>();
  return <OneCondition page={useLoaderData<typeof loader>().page} errors={again?.errors ?? []} values={again?.values ?? {}} />;
}
