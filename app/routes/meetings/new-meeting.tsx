import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { offerForm } from '#app/domain/meetings/meetings.schema.ts';
import { offerMeeting } from '#app/domain/meetings/offer-meeting.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { MEETING_MINUTES } from '#workflows/meetings.ts';
import { titled } from '../stages/titled.ts';
import { formsAsked } from './door.server.ts';
import { MentorField, TOPICS } from './meeting-fields.tsx';
import { SlotFields } from './slot-fields.tsx';

export const handle = { script: false };
export const loader = (asked: LoaderFunctionArgs) => formsAsked(asked);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, offerForm);
  if (!read.ok) return refused(read.errors, read.values);
  const offered = await offerMeeting(actor, params.case!, read.value);
  return offered.ok ? redirect(`/cases/${params.case}/meetings/${offered.value.meetingId}?done=offered`) : refusal(offered, typed(form));
}

const TITLE = 'Offer times to meet';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function NewMeeting() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const [errors, values] = [again?.errors ?? [], again?.values ?? {}];
  const path = `/cases/${page.case.id}/meetings`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: 'Meetings' }} errors={errors}
      lead={<p>{page.own ? 'You offer times, and the team lead chooses one or suggests others.' : 'You offer times, and your mentor chooses one or suggests others.'}</p>}
    >
      <Form method="post" noValidate className="flow">
        <MentorField mentors={page.mentors} errors={errors} value={values.mentor} title="Who do you want to meet?" />
        <Question id="topic" as="field" size="s" title="What it is about" {...errorAt(errors, 'topic')}><SelectField name="topic" empty="Select one" options={TOPICS} defaultValue={values.topic ?? ''} /></Question>
        <Question id="minutes" as="field" size="s" title="How long it takes" {...errorAt(errors, 'minutes')}>
          <SelectField name="minutes" options={MEETING_MINUTES.map((n) => ({ value: String(n), label: `${n} minutes` }))} defaultValue={values.minutes ?? '60'} />
        </Question>
        <Question id="place" as="field" size="s" title="How or where you meet" hint="For example, by phone, by video or at the health centre" {...errorAt(errors, 'place')}><TextField name="place" defaultValue={values.place ?? ''} /></Question>
        <SlotFields errors={errors} values={values} />
        <Buttons><PrimaryButton>Offer these times</PrimaryButton><Link to={path}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}
