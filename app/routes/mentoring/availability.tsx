import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { availabilityForm } from '#app/domain/mentors/keeping-pages.server.ts';
import { availabilitySchema } from '#app/domain/mentors/mentors.schema.ts';
import { sayAvailability } from '#app/domain/mentors/save-adviser.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { OfferFields } from '../mentors/fields.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'What you offer - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { values: (await availabilityForm(reader(), (await requireActor(request, context)).id)) ?? notFound() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  if (!(await availabilityForm(reader(), actor.id))) notFound();
  const form = await request.formData();
  const read = parseForm(form, availabilitySchema);
  if (!read.ok) return refused(read.errors, read.values);
  const said = await sayAvailability(actor, read.value);
  return said.ok ? redirect('/mentoring') : refusal(said, typed(form));
}

export default function AvailabilityPage() {
  const { values } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="What you offer" back={{ to: '/mentoring', label: 'Your mentoring' }} errors={again?.errors ?? []} lead={<p>Teams are matched by this. What you have agreed with a team goes on, whatever you change here.</p>}>
      <Form method="post" noValidate className="flow">
        <OfferFields errors={again?.errors ?? []} values={again?.values ?? values} own />
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to="/mentoring">Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
