import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { mentorForm } from '#app/domain/mentors/keeping-pages.server.ts';
import { mentorSchema } from '#app/domain/mentors/mentors.schema.ts';
import { saveMentor } from '#app/domain/mentors/register-mentor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { keeperAsked } from './door.server.ts';
import { MentorForm } from './mentor-form.tsx';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  await keeperAsked(args);
  return { id: args.params.organisation!, ...((await mentorForm(reader(), args.params.organisation!)) ?? notFound()) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, mentorSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const saved = await saveMentor(actor, args.params.organisation!, read.value);
  return saved.ok ? redirect(`/mentors/${args.params.organisation}`) : refusal(saved, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Change details - ${data.name} - Slipway` : 'Slipway' }];

export default function Details() {
  const { id, name, values } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="Change details" caption={name} back={{ to: `/mentors/${id}`, label: name }} errors={again?.errors ?? []}>
      <MentorForm errors={again?.errors ?? []} values={again?.values ?? values} known back={`/mentors/${id}`} button="Save" />
    </Page>
  );
}
