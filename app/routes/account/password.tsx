import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { changePassword } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { changePasswordSchema } from '#app/domain/people/people.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { PasswordField } from '#app/ui/password-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { NewPassword, Username } from '../people/new-password-field.tsx';

export const meta: MetaFunction = () => [{ title: 'Change your password - Slipway' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({ email: (await requireActor(request, context)).email });

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), changePasswordSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const changed = await changePassword(actor, request, context.address, read.value);
  return changed.ok ? redirect('/account?done=password', { headers: { 'Set-Cookie': changed.value } }) : refusal(changed);
}

export default function Password() {
  const { email } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title="Change your password" back={{ to: '/account', label: 'Your account' }} errors={again?.errors ?? []}>
      <p>Everywhere else you are signed in, you will be signed out.</p>
      <Form method="post" noValidate>
        <Username email={email} />
        <Question id="currentPassword" as="field" size="s" title="Current password" {...errorAt(again?.errors, 'currentPassword')}>
          <PasswordField name="currentPassword" autoComplete="current-password" />
        </Question>
        <NewPassword errors={again?.errors} />
        <Buttons><PrimaryButton>Change password</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
