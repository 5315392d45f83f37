import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { tagCaseWith } from '#app/domain/programme/objectives.server.ts';
import { caseObjectivesPage } from '#app/domain/programme/objectives-page.server.ts';
import { taggingSchema } from '#app/domain/programme/programme.schema.ts';
import { chosen, errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return (await caseObjectivesPage(reader(), file)) ?? forbidden('Only the team lead and the support unit choose the objectives a case serves.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, taggingSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const tagged = await tagCaseWith(actor, params.case!, read.value.objectives);
  return tagged.ok ? redirect(`/cases/${params.case}`) : refusal(tagged, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Objectives - ${page.case.title} - Slipway` : 'Slipway' }];

export default function CaseObjectives() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { id, title } = page.case;
  return (
    <Page title="Objectives this case serves" caption={title} back={{ to: `/cases/${id}`, label: title }} errors={again?.errors ?? []}>
      <p>The programme counts this case among those that serve what you choose here.</p>
      {page.objectives.length === 0 ? <p>The support unit has not set any objectives yet.</p> : (
        <Form method="post" noValidate className="flow">
          <Question id="objectives" as="fieldset" title="Which of these does it serve?" hint="Select all that apply" {...errorAt(again?.errors, 'objectives')}>
            <ChoicesField name="objectives" choices={page.objectives} defaultValue={again ? chosen(again.values, 'objectives') : page.chosen} />
          </Question>
          <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
        </Form>
      )}
    </Page>
  );
}
