import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { conditionForm } from '#app/domain/decisions/decisions.schema.ts';
import { parseForm } from '#app/lib/forms.ts';
import { notFound, refusal, refused } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { titled } from '../stages/titled.ts';
import { ConditionForm } from './condition-form.tsx';
import { chosenDesk } from './desk.server.ts';
import { decisionPath } from './steps.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { desk } = await chosenDesk(asked);
  const number = Number(asked.params.number);
  return { desk, number, condition: desk.draft.conditions[number - 1] ?? notFound() };
}

/** Changes one of the conditions chosen so far. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, desk } = await chosenDesk(asked);
  const at = Number(asked.params.number) - 1;
  if (!desk.draft.conditions[at]) notFound();
  const read = parseForm(await asked.request.formData(), conditionForm(desk.owners.map((o) => o.id)));
  if (!read.ok) return refused(read.errors, read.values);
  const kept = await keepDecisionDraft(actor, desk.case.id, desk.stage.key, (draft) => ({ conditions: draft.conditions.map((c, i) => (i === at ? read.value : c)) }));
  return kept.ok ? redirect(`${decisionPath(desk.case.id, desk.stage.key)}/conditions`) : refusal(kept, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Condition ${data.number}`, data?.desk.case.title);

export default function Condition() {
  const { desk, number, condition } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title={`Condition ${number}`} caption={`${desk.stage.title}, version ${desk.version.number}`} back={{ to: `${decisionPath(desk.case.id, desk.stage.key)}/conditions`, label: 'Conditions' }} errors={again?.errors ?? []}>
      <ConditionForm owners={desk.owners} condition={condition} button="Save this condition" errors={again?.errors ?? []} values={again?.values ?? {}} />
    </Page>
  );
}
