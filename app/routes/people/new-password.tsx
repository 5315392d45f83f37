import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { ownerOfLink } from '#app/domain/people/confirm-address.server.ts';
import { newPasswordSchema } from '#app/domain/people/people.schema.ts';
import { resetPassword } from '#app/domain/people/reset-password.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { LinkEnded } from './link-ended.tsx';
import { NewPassword, Username } from './new-password-field.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.email ? 'Choose your new password - Slipway' : 'This link no longer works - Slipway' }];

export async function loader({ params }: LoaderFunctionArgs) {
  const owner = await ownerOfLink(params.token ?? '', 'reset');
  return owner ? data({ email: owner.email }) : data({ email: null }, { status: 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const read = parseForm(await request.formData(), newPasswordSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const changed = await resetPassword(params.token ?? '', read.value.password);
  return changed.ok ? redirect('/sign-in?done=password') : refusal(changed);
}

export default function ChooseNewPassword() {
  const { email } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (!email) return <LinkEnded again={{ to: '/reset', label: 'Ask for a new link' }} />;
  return (
    <Page title="Choose your new password" errors={again?.errors ?? []}>
      <p>This is the password of {email}. Everywhere you are signed in now, you will be signed out.</p>
      <Form method="post" noValidate>
        <Username email={email} />
        <NewPassword errors={again?.errors} />
        <Buttons><PrimaryButton>Change password</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
