import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { accountOf, changeDetails } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { detailsSchema } from '#app/domain/people/people.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta: MetaFunction = () => [{ title: 'Your name and job title - Slipway' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => accountOf(await requireActor(request, context));

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), detailsSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const changed = await changeDetails(actor, read.value);
  return changed.ok ? redirect('/account?done=details') : refusal(changed, read.value);
}

export default function Details() {
  const { name, jobTitle } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title="Your name and job title" back={{ to: '/account', label: 'Your account' }} errors={again?.errors ?? []}>
      <p>Others see these beside what you write. What you wrote before is shown under your new name too.</p>
      <Form method="post" noValidate>
        <Question id="name" as="field" size="s" title="Full name" {...errorAt(again?.errors, 'name')}>
          <TextField name="name" autoComplete="name" defaultValue={again?.values.name ?? name} />
        </Question>
        <Question id="jobTitle" as="field" size="s" title="Job title" {...errorAt(again?.errors, 'jobTitle')}>
          <TextField name="jobTitle" autoComplete="organization-title" defaultValue={again?.values.jobTitle ?? jobTitle} />
        </Question>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
