import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { accountOf, endSessionsElsewhere } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { refusal } from '#app/lib/responses.ts';
import { counted } from '#app/lib/money.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Sign out everywhere else - Slipway' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => accountOf(await requireActor(request, context));

export async function action({ request, context }: ActionFunctionArgs) {
  const ended = await endSessionsElsewhere(await requireActor(request, context), request);
  return ended.ok ? redirect('/account?done=sessions') : refusal(ended);
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <Page title="Sign out everywhere else" back={{ to: '/account', label: 'Your account' }}>
      <p>{sessions > 1 ? `You are signed in here and in ${counted(sessions - 1, 'other place')}.` : 'You are signed in here only.'} Signing out elsewhere loses nothing that was saved.</p>
      <form method="post"><Buttons><PrimaryButton>Sign out everywhere else</PrimaryButton></Buttons></form>
      <p>If you think somebody knows your password, <Link to="/account/password">change it</Link> instead: that signs out everywhere too.</p>
    </Page>
  );
}
