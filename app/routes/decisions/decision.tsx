import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { OUTCOMES, OUTCOME_WORDS, outcomeSchema } from '#app/domain/decisions/decisions.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { deskAsked } from './desk.server.ts';
import { ForYouToKnow } from './for-you-to-know.tsx';
import { decisionPath, nextStep } from './steps.ts';
import { Waits } from './waits.tsx';

export const handle = { script: false };

export const loader = async (asked: LoaderFunctionArgs) => ({ desk: (await deskAsked(asked)).desk });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), outcomeSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { outcome } = read.value;
  // Another decision asks another question: what was said for the first is not carried over to it.
  const kept = await keepDecisionDraft(actor, params.case!, params.stage!, (draft) => (draft.outcome === outcome ? { outcome } : { outcome, note: '', until: undefined }));
  return kept.ok ? redirect(nextStep(decisionPath(params.case!, params.stage!), outcome, '')) : refusal(kept, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Your decision', data?.desk.case.title);

export default function Decision() {
  const { desk } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const review = `/cases/${desk.case.id}/stages/${desk.stage.key}/review`;
  return (
    <Page title="Your decision" caption={`${desk.case.title}: ${desk.stage.title}, version ${desk.version.number}`} back={{ to: review, label: desk.stage.title }} errors={again?.errors ?? []} wide lead={<p>Nothing is sent until you sign, on the last page.</p>}>
      <Columns aside={<ForYouToKnow desk={desk} />} label="For you to know">
        <Waits desk={desk} />
        <Form method="post" noValidate>
          <Question id="outcome" as="fieldset" size="s" title="What do you decide?" {...errorAt(again?.errors, 'outcome')}>
            <ChoiceField
              name="outcome" defaultValue={again?.values.outcome ?? desk.draft.outcome ?? ''}
              choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].title, hint: OUTCOME_WORDS[value].brings.replace('{noun}', desk.stage.noun) }))}
            />
          </Question>
          <Buttons><PrimaryButton>Continue</PrimaryButton><Link to={review}>Not now</Link></Buttons>
        </Form>
      </Columns>
    </Page>
  );
}
