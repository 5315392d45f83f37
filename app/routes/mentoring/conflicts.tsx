import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { declareMentorConflict } from '#app/domain/mentors/declare-conflict.server.ts';
import { conflictsPage } from '#app/domain/mentors/keeping-pages.server.ts';
import { mentorConflictSchema } from '#app/domain/mentors/mentors.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { ChoiceField, TickField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { CONFLICT_KINDS } from '#workflows/mentor-conflicts.ts';
import { choicesOf } from '../mentors/fields.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Your conflicts of interest - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return (await conflictsPage(reader(), (await requireActor(request, context)).id)) ?? notFound();
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  if (!(await conflictsPage(reader(), actor.id))) notFound();
  const form = await request.formData();
  const read = parseForm(form, mentorConflictSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const declared = await declareMentorConflict(actor, null, read.value);
  return declared.ok ? redirect('/mentoring/conflicts') : refusal(declared, typed(form));
}

export default function Conflicts() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  return (
    <Page title="Your conflicts of interest" caption={page.organisation} back={{ to: '/mentoring', label: 'Your mentoring' }} errors={again?.errors ?? []} lead={<p>You are never suggested to a team whose contract is with a body you name here, and cannot be asked by it.</p>}>
      {page.conflicts.length ? (
        <ul className="flow">{page.conflicts.map((one) => <li key={one.id}>{`${one.words}. Since ${one.since}. `}<Form method="post" action={`/mentoring/conflicts/${one.id}/ending`}><QuietButton hidden={one.words}>It no longer stands</QuietButton></Form></li>)}</ul>
      ) : <p>You have declared none.</p>}
      <h2>Declare a conflict</h2>
      <Form method="post" noValidate className="flow">
        <Question id="kind" as="fieldset" size="s" title="What kind of conflict is it?" {...errorAt(again?.errors, 'kind')}><ChoiceField name="kind" choices={choicesOf(CONFLICT_KINDS)} defaultValue={was.kind ?? ''} /></Question>
        <Question id="body" as="field" size="s" title="Which body buys the service, or employs the team?" {...errorAt(again?.errors, 'body')}><SelectField name="body" empty="Select" options={page.bodies} defaultValue={was.body ?? ''} /></Question>
        <Question id="detail" as="field" size="s" title="What is it about?" hint="For example, the name of the contract" {...errorAt(again?.errors, 'detail')}><LongTextField name="detail" rows={2} defaultValue={was.detail ?? ''} /></Question>
        <TickField name="whole" label={`It concerns all of ${page.organisation}`} defaultChecked={was.whole === 'yes'} />
        <Buttons><PrimaryButton>Declare it</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
