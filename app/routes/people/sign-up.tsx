import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { signUpSchema } from '#app/domain/people/people.schema.ts';
import { signUp } from '#app/domain/people/sign-up.server.ts';
import { env } from '#app/env.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refused, tooMany } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LetterSent } from './letter-sent.tsx';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.sent ? 'Check your email - Slipway' : 'Open an account - Slipway' }];

export function loader({ request }: LoaderFunctionArgs) {
  const { mailFrom: from, demo } = env();
  return { sent: new URL(request.url).searchParams.has('sent'), from, demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = parseForm(await request.formData(), signUpSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const asked = await signUp(read.value, context.address);
  if (asked.ok) return redirect('/sign-up?sent');
  return tooMany([{ id: 'email', message: 'Too many accounts were asked for from where you are. Try again in an hour' }], asked.seconds, read.value);
}

export default function SignUp() {
  const { sent, from, demo } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (sent) return <LetterSent what="A link to open your account is on its way." hours={24} from={from} demo={demo} again="/sign-up" />;
  return (
    <Page title="Open an account" back={{ to: '/sign-in', label: 'Sign in' }} errors={again?.errors ?? []}>
      <p>Use your work email address. We send a link to it, where you choose a password.</p>
      <Form method="post" noValidate>
        <Question id="name" as="field" size="s" title="Full name" {...errorAt(again?.errors, 'name')}>
          <TextField name="name" autoComplete="name" defaultValue={again?.values.name ?? ''} />
        </Question>
        <Question id="jobTitle" as="field" size="s" title="Job title" {...errorAt(again?.errors, 'jobTitle')}>
          <TextField name="jobTitle" autoComplete="organization-title" defaultValue={again?.values.jobTitle ?? ''} />
        </Question>
        <Question id="email" as="field" size="s" title="Email address" {...errorAt(again?.errors, 'email')}>
          <TextField name="email" type="email" autoComplete="email" inputMode="email" spellCheck={false} defaultValue={again?.values.email ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Send me the link</PrimaryButton></Buttons>
      </Form>
      <p>What we keep about you, and why: <Link to="/privacy">Privacy</Link>.</p>
    </Page>
  );
}
