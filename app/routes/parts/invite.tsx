import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { LEVEL_WORDS, LEVELS } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { invitationSchema } from '#app/domain/people/invitations.schema.ts';
import { invitePerson } from '#app/domain/people/invite-person.server.ts';
import { invitePage } from '#app/domain/people/part-pages.server.ts';
import { chosen, errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, ChoicesField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return invitePage(file) ?? forbidden('Only the team lead, the approver and the support unit can invite people to a case.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, invitationSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const invited = await invitePerson(actor, params.case!, read.value);
  return invited.ok ? redirect(`/cases/${params.case}/people?done=invited`) : refusal(invited, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Invite somebody - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Invite() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  return (
    <Page title="Invite somebody" caption={page.case.title} back={{ to: `/cases/${page.case.id}/people`, label: 'People' }} errors={again?.errors ?? []} lead={<p>They get an email with a link that works once, for 14 days.</p>}>
      <Form method="post" noValidate className="flow">
        <Question id="name" as="field" size="s" title="Full name" {...errorAt(again?.errors, 'name')}><TextField name="name" defaultValue={was.name ?? ''} /></Question>
        <Question id="email" as="field" size="s" title="Work email address" {...errorAt(again?.errors, 'email')}><TextField name="email" type="email" inputMode="email" spellCheck={false} defaultValue={was.email ?? ''} /></Question>
        <Question id="role" as="fieldset" title="What will they do in this case?" {...errorAt(again?.errors, 'role')}>
          <ChoiceField name="role" defaultValue={was.role ?? ''} choices={page.roles} />
        </Question>
        {page.roles.some(({ value }) => value === 'mentor') ? (
          <Question id="stages" as="fieldset" title="For a mentor: which stages may they read?" hint="They can read them for 90 days from the day they join, unless you set another day. Leave this empty for anybody else" {...errorAt(again?.errors, 'stages')}>
            <ChoicesField name="stages" defaultValue={chosen(was, 'stages')} choices={page.stages} />
          </Question>
        ) : null}
        {page.roles.some(({ value }) => value === 'member') ? (
          <Question id="level" as="fieldset" title="For a team member or adviser: what may they do?" hint="You can choose for each stage under People once they have joined" {...errorAt(again?.errors, 'level')}>
            <ChoiceField name="level" defaultValue={was.level ?? 'edit'} choices={LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))} />
          </Question>
        ) : null}
        <Buttons><PrimaryButton>Send the invitation</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
