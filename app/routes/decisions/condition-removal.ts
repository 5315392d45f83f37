import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { refusal } from '#app/lib/responses.ts';
import { decisionPath } from './steps.ts';

/** Takes one of the conditions chosen so far out of the draft. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const at = Number(params.number) - 1;
  const kept = await keepDecisionDraft(actor, params.case!, params.stage!, (draft) => ({ conditions: draft.conditions.filter((_, i) => i !== at) }));
  return kept.ok ? redirect(`${decisionPath(params.case!, params.stage!)}/conditions?done=removed`) : refusal(kept);
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`${decisionPath(params.case!, params.stage!)}/conditions`);
