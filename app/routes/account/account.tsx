import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { accountOf } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { counted } from '#app/lib/money.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Your account - Slipway' }];

const DONE: Record<string, string> = {
  details: 'Your details are saved.',
  password: 'Your password is changed. You are signed out everywhere else.',
  colours: 'Your colours are saved.',
  sessions: 'You are signed out everywhere else.',
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await accountOf(await requireActor(request, context));
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return { ...account, done: Object.hasOwn(DONE, done) ? DONE[done] : undefined };
}

export default function Account() {
  const { name, email, jobTitle, colours, sessions, done } = useLoaderData<typeof loader>();
  const elsewhere = sessions > 1;
  return (
    <Page title="Your account" banner={done ? <Banner kind="success" title={done} /> : null}>
      <SummaryList
        rows={[
          { key: 'Full name', value: name, change: { to: '/account/details', hidden: 'your full name' } },
          { key: 'Job title', value: jobTitle, change: { to: '/account/details#jobTitle', hidden: 'your job title' } },
          { key: 'Email address', value: email },
          { key: 'Password', value: 'Set', change: { to: '/account/password', hidden: 'your password' } },
          { key: 'Colours', value: colours === 'dark' ? 'Light on dark' : 'Dark on light', change: { to: '/account/colours', hidden: 'the colours of your pages' } },
          {
            key: 'Signed in',
            value: elsewhere ? `Here, and in ${counted(sessions - 1, 'other place')}` : 'Here only',
            ...(elsewhere && { change: { to: '/account/sessions', hidden: 'where you are signed in' } }),
          },
        ]}
      />
      <p>Your email address is how cases know you. If it changes, ask the support unit.</p>
    </Page>
  );
}
