import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { tellStory } from '#app/domain/verdicts/tell-story.server.ts';
import { benefitVerdicts } from '#app/domain/verdicts/verdict-pages.server.ts';
import { CONSENTS, STORY_KINDS, storySchema } from '#app/domain/verdicts/verdicts.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await benefitVerdicts(reader(), file, asked.params.benefit!)) ?? notFound();
  return page.mayTell ? page : forbidden('Only the team and the person named to record results can do this.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, storySchema);
  if (!read.ok) return refused(read.errors, read.values);
  const told = await tellStory(actor, params.case!, params.benefit!, read.value);
  return told.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/verdicts`) : refusal(told, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && `Add evidence in words - ${page.benefit.title}`, page?.case.title);

const choices = (of: readonly (readonly [string, string, string])[]) => of.map(([value, label, hint]) => ({ value, label, hint }));

export default function NewStory() {
  const { case: head, benefit, key } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  const path = `/cases/${head.id}/benefits/${benefit.id}/verdicts`;
  return (
    <Page title="Add evidence in words" caption={benefit.title} back={{ to: path, label: 'Verdicts and evidence' }} errors={again?.errors ?? []} lead={<p>Leave out anything that could point to somebody who has not agreed to it.</p>}>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="key" value={was.key ?? key} />
        <Question id="kind" as="fieldset" size="s" title="What is it?" {...errorAt(again?.errors, 'kind')}><ChoiceField name="kind" choices={choices(STORY_KINDS)} defaultValue={was.kind ?? ''} /></Question>
        <Question {...ask('text')} title="What does it show?"><LongTextField name="text" rows={8} defaultValue={was.text ?? ''} /></Question>
        <Question {...ask('heardOn')} title="When did you hear or see it?" hint="For example, 27 3 2027"><TextField name="heardOn" width={10} defaultValue={was.heardOn ?? ''} /></Question>
        <Question id="consent" as="fieldset" size="s" title="May it be shown outside?" hint="Ask whoever gave it. They can change their mind at any time" {...errorAt(again?.errors, 'consent')}>
          <ChoiceField name="consent" choices={choices(CONSENTS)} defaultValue={was.consent ?? ''} />
        </Question>
        <Question {...ask('personName')} title="Name to show" hint="Only if it may be shown with their name" optional><TextField name="personName" defaultValue={was.personName ?? ''} /></Question>
        <Buttons><PrimaryButton>Add it</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
