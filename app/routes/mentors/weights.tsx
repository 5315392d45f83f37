import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { matchWeights, setMatchWeights } from '#app/domain/mentors/match-weights.server.ts';
import { weightsSchema } from '#app/domain/mentors/mentors.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { CRITERIA, CRITERION_TITLES } from '#workflows/matching.ts';
import { keeperAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  await keeperAsked(args);
  return { weights: await matchWeights(reader()) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, weightsSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const set = await setMatchWeights(actor, read.value);
  return set.ok ? redirect('/mentors/queue') : refusal(set, typed(form));
}

export const meta: MetaFunction = () => [{ title: 'What matches are judged by - Slipway' }];

export default function Weights() {
  const { weights } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="What matches are judged by" back={{ to: '/mentors', label: 'Mentors' }} errors={again?.errors ?? []} lead={<p>The points each thing is worth at most. They only put advisers in order: people choose. Somebody in conflict is never suggested, whatever the points.</p>}>
      <Form method="post" noValidate className="flow">
        {CRITERIA.map((criterion) => (
          <Question key={criterion} id={criterion} as="field" size="s" title={CRITERION_TITLES[criterion]} {...errorAt(again?.errors, criterion)}>
            <NumberField name={criterion} width={4} suffix="points" defaultValue={again?.values[criterion] ?? String(weights[criterion])} />
          </Question>
        ))}
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to="/mentors">Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
