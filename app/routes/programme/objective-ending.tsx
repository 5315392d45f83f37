import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { endObjective } from '#app/domain/programme/objectives.server.ts';
import { objectivesPage } from '#app/domain/programme/objectives-page.server.ts';
import { objectiveEndSchema } from '#app/domain/programme/programme.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { atProgramme } from './door.server.ts';

export const handle = { script: false };
const BACK = '/programme/objectives';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope } = await atProgramme(args);
  const { objectives, maySet } = await objectivesPage(reader(), actor, scope);
  const objective = objectives.find(({ id }) => id === args.params.objective) ?? notFound();
  return maySet ? objective : forbidden('Only the support unit sets the objectives of the programme.');
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await atProgramme(args);
  const read = parseForm(await args.request.formData(), objectiveEndSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const ended = await endObjective(actor, args.params.objective!, read.value.reason);
  return ended.ok ? redirect(BACK) : refusal(ended, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data: objective }) => [{ title: objective ? `Retire objective ${objective.number} - Slipway` : 'Slipway' }];

export default function ObjectiveEnding() {
  const { number, title } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title={`Retire objective ${number}`} caption={title} back={{ to: BACK, label: 'Objectives' }} errors={again?.errors ?? []}>
      <p>It stays on record with your reason, and on the cases tagged with it. No further case can be tagged with it.</p>
      <Form method="post" noValidate className="flow">
        <Question id="reason" as="field" title="Why does it no longer stand?" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" defaultValue={again?.values.reason ?? ''} /></Question>
        <Buttons><PrimaryButton>Retire the objective</PrimaryButton><Link to={BACK}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
