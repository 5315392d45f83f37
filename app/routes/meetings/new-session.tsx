import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { logSession } from '#app/domain/meetings/log-session.server.ts';
import { meetingPage } from '#app/domain/meetings/meeting-page.server.ts';
import { sessionForm } from '#app/domain/meetings/meetings.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { ActionFields } from './action-fields.tsx';
import { formsAsked } from './door.server.ts';
import { MentorField, TOPICS } from './meeting-fields.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const forms = await formsAsked(asked);
  const id = new URL(asked.request.url).searchParams.get('meeting');
  const meeting = id ? ((await meetingPage(reader(), (await caseAsked(asked)).file, id)) ?? notFound()) : null;
  return { forms, meeting };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, sessionForm);
  if (!read.ok) return refused(read.errors, read.values);
  const written = await logSession(actor, params.case!, read.value);
  return written.ok ? redirect(`/cases/${params.case}/meetings?done=session`) : refusal(written, typed(form));
}

const TITLE = 'Write down a session';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.forms.case.title);

export default function NewSession() {
  const { forms, meeting } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const [errors, values] = [again?.errors ?? [], again?.values ?? {}];
  const path = `/cases/${forms.case.id}/meetings`;
  const day = meeting?.day?.split('-').map(Number).reverse().join(' ');
  return (
    <Page
      title={TITLE} caption={forms.case.title} back={{ to: path, label: 'Meetings' }} errors={errors}
      lead={<p>The team and its mentor both read it, and so does the support unit. It stays as you save it.</p>}
    >
      <Form method="post" noValidate className="flow">
        <MentorField mentors={meeting ? [{ value: meeting.mentorId, label: '' }] : forms.mentors} errors={errors} value={values.mentor} title="Whose session was it?" />
        <input type="hidden" name="meeting" value={values.meeting ?? meeting?.id ?? ''} />
        <Question id="metOn" as="field" size="s" title="Day you met" hint="For example, 27 3 2027" {...errorAt(errors, 'metOn')}><TextField name="metOn" width={10} defaultValue={values.metOn ?? day ?? ''} /></Question>
        <Question id="topic" as="field" size="s" title="What it was about" {...errorAt(errors, 'topic')}><SelectField name="topic" empty="Select one" options={TOPICS} defaultValue={values.topic ?? meeting?.topicKey ?? ''} /></Question>
        <Question id="minutes" as="field" size="s" title="How long it took" {...errorAt(errors, 'minutes')}><NumberField name="minutes" width={4} suffix="minutes" defaultValue={values.minutes ?? String(meeting?.minutes ?? '')} /></Question>
        <Question id="advice" as="field" size="s" title="What was advised" {...(forms.own && { hint: 'The team reads this. Leave it empty if you only keep a private note' })} {...errorAt(errors, 'advice')}>
          <LongTextField name="advice" rows={6} defaultValue={values.advice ?? ''} />
        </Question>
        {forms.own ? (
          <Question id="privateNote" as="field" size="s" title="Your private note" hint="Only you can read it, ever" optional {...errorAt(errors, 'privateNote')}><LongTextField name="privateNote" rows={4} defaultValue={values.privateNote ?? ''} /></Question>
        ) : null}
        <ActionFields owners={forms.owners} errors={errors} values={values} />
        <Buttons><PrimaryButton>Save the session</PrimaryButton><Link to={path}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}
