import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { confirmAddress, ownerOfLink } from '#app/domain/people/confirm-address.server.ts';
import { confirmSchema } from '#app/domain/people/people.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LinkEnded } from './link-ended.tsx';
import { NewPassword, Username } from './new-password-field.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.owner ? 'Confirm your account - Slipway' : 'This link no longer works - Slipway' }];

/** Looking uses nothing up: mail scanners follow links, people press buttons. */
export async function loader({ params }: LoaderFunctionArgs) {
  const owner = await ownerOfLink(params.token ?? '', 'confirm');
  if (!owner) return data({ owner: null }, { status: 410 });
  return data({ owner: { name: owner.name, jobTitle: owner.job_title, email: owner.email } });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = parseForm(form, confirmSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const opened = await confirmAddress(request, params.token ?? '', read.value);
  return opened.ok ? redirect('/how-it-works', { headers: { 'Set-Cookie': opened.value } }) : refusal(opened, typed(form));
}

export default function Confirm() {
  const { owner } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (!owner) return <LinkEnded again={{ to: '/sign-up', label: 'Ask for a new link' }} />;
  return (
    <Page title="Confirm your account" errors={again?.errors ?? []}>
      <p>Your account is for {owner.email}. Check your name and job title: others see them beside what you write.</p>
      <Form method="post" noValidate>
        <Username email={owner.email} />
        <Question id="name" as="field" size="s" title="Full name" {...errorAt(again?.errors, 'name')}>
          <TextField name="name" autoComplete="name" defaultValue={again?.values.name ?? owner.name} />
        </Question>
        <Question id="jobTitle" as="field" size="s" title="Job title" {...errorAt(again?.errors, 'jobTitle')}>
          <TextField name="jobTitle" autoComplete="organization-title" defaultValue={again?.values.jobTitle ?? owner.jobTitle} />
        </Question>
        <NewPassword errors={again?.errors} />
        <Buttons><PrimaryButton>Open my account</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
