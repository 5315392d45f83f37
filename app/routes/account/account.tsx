import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { maySeeMail } from '#app/domain/outbox/mail.policy.ts';
import { refusalOf } from '#app/domain/outbox/mail-page.server.ts';
import { accountOf } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { counted } from '#app/lib/money.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, SecondaryButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Your account - Slipway' }];

const DONE: Record<string, string> = {
  details: 'Your details are saved.',
  password: 'Your password is changed. You are signed out everywhere else.',
  colours: 'Your colours are saved.',
  notices: 'What we email you about is saved.',
  address: 'The next email to your address is tried.',
  sessions: 'You are signed out everywhere else.',
  'factor-on': 'From now on we ask for a code from your app.',
  'factor-off': 'We no longer ask for a code.',
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const [account, refusal] = await Promise.all([accountOf(actor), refusalOf(actor)]);
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return { ...account, refusal, seesMail: maySeeMail(actor), done: Object.hasOwn(DONE, done) ? DONE[done] : undefined };
}

export default function Account() {
  const { name, email, jobTitle, colours, asksCode, sessions, refusal, seesMail, done } = useLoaderData<typeof loader>();
  const elsewhere = sessions > 1;
  return (
    <Page title="Your account" banner={done ? <Banner kind="success" title={done} /> : null}>
      {refusal ? <Refused refusal={refusal} email={email} /> : null}
      <SummaryList
        rows={[
          { key: 'Full name', value: name, change: { to: '/account/details', hidden: 'your full name' } },
          { key: 'Job title', value: jobTitle, change: { to: '/account/details#jobTitle', hidden: 'your job title' } },
          { key: 'Email address', value: email },
          { key: 'Emails', value: 'What is sent at once, daily or not at all', change: { to: '/account/notifications', hidden: 'what we email you about' } },
          { key: 'Password', value: 'Set', change: { to: '/account/password', hidden: 'your password' } },
          { key: 'Code from an app', value: asksCode ? 'Asked for when you sign in, and before you sign a decision' : 'Not asked for', change: { to: '/account/second-factor', hidden: 'whether a code from an app is asked for' } },
          { key: 'Calendar', value: 'Your dates from Slipway, in the calendar you use', change: { to: '/account/calendar', hidden: 'your calendar addresses' } },
          { key: 'Colours', value: colours === 'dark' ? 'Light on dark' : 'Dark on light', change: { to: '/account/colours', hidden: 'the colours of your pages' } },
          {
            key: 'Signed in',
            value: elsewhere ? `Here, and in ${counted(sessions - 1, 'other place')}` : 'Here only',
            ...(elsewhere && { change: { to: '/account/sessions', hidden: 'where you are signed in' } }),
          },
        ]}
      />
      <p>Your email address is how cases know you. If it changes, ask the support unit.</p>
      {seesMail ? <p><Link to="/mail">See the mail that waits, and addresses that were refused</Link></p> : null}
    </Page>
  );
}

const Refused = ({ refusal, email }: { refusal: { said: string; on: string }; email: string }) => (
  <Inset>
    <p><strong>{`We stopped sending email to ${email}.`}</strong></p>
    <p>{`On ${refusal.on} your mail server refused it, and said: ${refusal.said}`}</p>
    <p>Everything still stands under Notifications. If the address works again, or did all the time, say so and the next email is tried.</p>
    <Form method="post" action="/account/address"><Buttons><SecondaryButton>My address works</SecondaryButton></Buttons></Form>
  </Inset>
);
