import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { mentorSchema } from '#app/domain/mentors/mentors.schema.ts';
import { registerMentor } from '#app/domain/mentors/register-mentor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { keeperAsked } from './door.server.ts';
import { MentorForm } from './mentor-form.tsx';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  await keeperAsked(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, mentorSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const added = await registerMentor(actor, read.value);
  return added.ok ? redirect(`/mentors/${added.value.organisationId}`) : refusal(added, typed(form));
}

export const meta: MetaFunction = () => [{ title: 'Add a mentor organisation - Slipway' }];

export default function NewMentor() {
  const again = useActionData<Again>();
  return (
    <Page title="Add a mentor organisation" back={{ to: '/mentors', label: 'Mentors' }} errors={again?.errors ?? []} lead={<p>Anybody can read this, also without an account. Record what can be checked.</p>}>
      <MentorForm errors={again?.errors ?? []} values={again?.values ?? {}} known={false} back="/mentors" button="Add it" />
    </Page>
  );
}
