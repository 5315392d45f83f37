import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { assignSection } from '#app/domain/sections/assign-section.server.ts';
import { assignmentsPage } from '#app/domain/sections/assignments-page.server.ts';
import { assignmentForm } from '#app/domain/sections/sections.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await assignmentsPage(reader(), file, asked.params.stage!)) ?? notFound();
  const section = page.sections.find((s) => s.key === asked.params.section) ?? notFound();
  if (!section.mayChange) forbidden('Only the team lead can give a section to somebody else.');
  return { case: page.case, stage: page.stage, people: page.people, section };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, assignmentForm);
  if (!read.ok) return refused(read.errors, read.values);
  const given = await assignSection(actor, params.case!, { stage: params.stage!, section: params.section! }, { personId: read.value.person || null, dueOn: read.value.dueOn });
  return given.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/assignments?saved`) : refusal(given, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Who writes ${data.section.title}`, data?.case.title);

export default function Assignment() {
  const { case: head, stage, people, section } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const [year = '', month = '', day = ''] = (section.dueOn ?? '').split('-');
  const now = { day: String(Number(day) || ''), month: String(Number(month) || ''), year };
  const part = (name: keyof typeof now) => again?.values[`dueOn.${name}`] ?? now[name];
  return (
    <Page title={`Who writes ${section.title}?`} caption={stage.title} back={{ to: `/cases/${head.id}/stages/${stage.key}/assignments`, label: 'Who writes what' }} errors={again?.errors ?? []} lead={<p>It stands on their first page until the section is marked as completed. They get an email.</p>}>
      <Form method="post" noValidate>
        <Question id="person" as="field" size="s" title="Who writes it?" {...errorAt(again?.errors, 'person')}>
          <SelectField name="person" empty="Nobody in particular" options={people} defaultValue={again?.values.person ?? section.personId ?? ''} />
        </Question>
        <Question id="dueOn" as="fieldset" size="s" optional title="By when?" hint="For example 27 3 2027" {...errorAt(again?.errors, 'dueOn')}>
          <DateField name="dueOn" defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} />
        </Question>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
