import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { resetSchema } from '#app/domain/people/people.schema.ts';
import { askForReset } from '#app/domain/people/reset-password.server.ts';
import { env } from '#app/env.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refused, tooMany } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LetterSent } from './letter-sent.tsx';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.sent ? 'Check your email - Slipway' : 'Choose a new password - Slipway' }];

export function loader({ request }: LoaderFunctionArgs) {
  const { mailFrom: from, demo } = env();
  return { sent: new URL(request.url).searchParams.has('sent'), from, demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = parseForm(await request.formData(), resetSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const asked = await askForReset(read.value.email, context.address);
  if (asked.ok) return redirect('/reset?sent');
  return tooMany([{ id: 'email', message: 'Too many links were asked for from where you are. Try again in an hour' }], asked.seconds, read.value);
}

export default function Reset() {
  const { sent, from, demo } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (sent) return <LetterSent what="If there is an account for this address, a link to choose a new password is on its way." hours={1} from={from} demo={demo} again="/reset" />;
  return (
    <Page title="Choose a new password" back={{ to: '/sign-in', label: 'Sign in' }} errors={again?.errors ?? []}>
      <p>We send a link to your email address. Your password stays as it is until you follow it.</p>
      <Form method="post" noValidate>
        <Question id="email" as="field" size="s" title="Email address" {...errorAt(again?.errors, 'email')}>
          <TextField name="email" type="email" autoComplete="email" inputMode="email" spellCheck={false} defaultValue={again?.values.email ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Send me the link</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
