import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { interestPage } from '#app/domain/people/part-pages.server.ts';
import { interestSchema } from '#app/domain/people/parts.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return (await interestPage(reader(), file)) ?? forbidden('Only people with a part in the case can declare an interest in it.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), interestSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { person, kind, detail } = read.value;
  const declared = await declareInterest(actor, params.case!, { personId: person, kind, detail });
  return declared.ok ? redirect(`/cases/${params.case}/people`) : refusal(declared, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Declare an interest - ${page.case.title} - Slipway` : 'Slipway' }];

const KINDS = [
  { value: 'director', label: 'To be a director of the new organisation' },
  { value: 'shareholder', label: 'To be a shareholder of the new organisation' },
  { value: 'employee', label: 'To be an employee of the new organisation' },
  { value: 'other', label: 'Another interest', hint: 'For example, a family member in the team' },
  { value: 'none', label: 'No interest' },
];

export default function DeclareInterest() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  return (
    <Page title="Declare an interest" caption={page.case.title} back={{ to: `/cases/${page.case.id}/people`, label: 'People' }} errors={again?.errors ?? []}>
      <p>Directors, shareholders and employees to be can never review or decide on this case. A declaration stays on record and cannot be taken back.</p>
      <Form method="post" noValidate className="flow">
        <Question id="person" as="field" size="s" title="Whose interest is it?" {...errorAt(again?.errors, 'person')}>
          <SelectField name="person" options={page.people} defaultValue={was.person ?? page.people[0]?.value ?? ''} />
        </Question>
        <Question id="kind" as="fieldset" title="What is the interest?" {...errorAt(again?.errors, 'kind')}>
          <ChoiceField name="kind" defaultValue={was.kind ?? ''} choices={KINDS} />
        </Question>
        <Question id="detail" as="field" size="s" title="More about it" hint="Needed for another interest" {...errorAt(again?.errors, 'detail')}>
          <TextField name="detail" defaultValue={was.detail ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Declare it</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
