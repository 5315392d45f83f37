import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { codeSchema } from '#app/domain/people/people.schema.ts';
import { halfSignedIn } from '#app/domain/people/sessions.server.ts';
import { finishSignIn } from '#app/domain/people/sign-in.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { localPath, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { CodeQuestion } from './code-question.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Enter a code - Slipway' }];

const again = (to: string) => redirect(`/sign-in?${new URLSearchParams({ to, done: 'code' }).toString()}`);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get('to'));
  if (await actorOf(request, context)) throw redirect(to);
  if (!(await halfSignedIn(request))) throw again(to);
  return { to };
}

export async function action({ request }: ActionFunctionArgs) {
  const read = parseForm(await request.formData(), codeSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const to = localPath(read.value.to);
  const signed = await finishSignIn(request, read.value.code);
  if (!signed) return again(to);
  if (!signed.ok) return refusal(signed, { to });
  return redirect(to, { headers: signed.value.map((cookie): [string, string] => ['Set-Cookie', cookie]) });
}

export default function SignInCode() {
  const { to } = useLoaderData<typeof loader>();
  const refusedNow = useActionData<typeof action>();
  return (
    <Page title="Enter a code" back={{ to: '/sign-in', label: 'Sign in' }} errors={refusedNow?.errors ?? []}>
      <p>Your password was right. Open the app that gives you codes for Slipway, and enter the newest one within 10 minutes.</p>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <CodeQuestion errors={refusedNow?.errors} />
        <Buttons><PrimaryButton>Sign in</PrimaryButton></Buttons>
      </Form>
      <p>If your phone is lost, enter one of the recovery codes you kept. If you have neither, ask <Link to="/help">the support unit</Link>.</p>
    </Page>
  );
}
