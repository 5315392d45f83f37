import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { signInSchema } from '#app/domain/people/people.schema.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { env } from '#app/env.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { localPath, refused, tooMany } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { PasswordField } from '#app/ui/password-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Sign in - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const to = localPath(searchParams.get('to'));
  if (await actorOf(request, context)) throw redirect(to);
  return { to, kept: to === '/kept', done: searchParams.get('done'), demo: env().demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = parseForm(form, signInSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const result = await signIn(request, context.address, read.value);
  const to = localPath(read.value.to);
  if (result.ok) return redirect(result.asksCode ? `/sign-in/code?to=${encodeURIComponent(to)}` : to, { headers: { 'Set-Cookie': result.cookie } });
  const errors = [{ id: 'email', message: result.message }];
  return result.seconds ? tooMany(errors, result.seconds, typed(form)) : refused(errors, typed(form));
}

export default function SignIn() {
  const { to, kept, done, demo } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title="Sign in" errors={again?.errors ?? []} banner={<Told kept={kept} done={done} />}>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={again?.values.to ?? to} />
        <Question id="email" as="field" size="s" title="Email address" {...errorAt(again?.errors, 'email')}>
          <TextField name="email" type="email" autoComplete="username" inputMode="email" spellCheck={false} defaultValue={again?.values.email ?? ''} />
        </Question>
        <Question id="password" as="field" size="s" title="Password" {...errorAt(again?.errors, 'password')}>
          <PasswordField name="password" autoComplete="current-password" />
        </Question>
        <Buttons><PrimaryButton>Sign in</PrimaryButton></Buttons>
      </Form>
      <p><Link to="/reset">Choose a new password</Link> if you have forgotten yours.</p>
      <p><Link to="/sign-up">Open an account</Link> if you are new here. If somebody invited you to a case, use the link in their email instead.</p>
      {demo ? <p>This is a demonstration. <Link to="/demo">See who you can sign in as</Link>.</p> : null}
    </Page>
  );
}

function Told({ kept, done }: { kept: boolean; done: string | null }) {
  if (kept) return <Banner kind="important" title="You were signed out to keep your work safe. We kept your answer. Sign in to carry on." />;
  if (done === 'password') return <Banner kind="success" title="Your password is changed. Sign in with the new one." />;
  if (done === 'code') return <Banner kind="important" title="It took more than 10 minutes to enter the code. Sign in again." />;
  if (done === 'out') return <Banner kind="success" title="You have signed out." />;
  return null;
}
