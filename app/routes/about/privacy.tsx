import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { env } from '#app/env.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { Reach } from './reach.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Privacy - Slipway' }];

export const loader = () => ({ support: env().support, hours: env().sessionHours, idle: env().sessionIdleMinutes });

export default function Privacy() {
  const { support, hours, idle } = useLoaderData<typeof loader>();
  return (
    <Page title="Privacy" wide>
      <p>Slipway is for work. It holds no information about patients: do not type or upload any.</p>
      <h2>Who answers for it</h2>
      <p>The organisation that runs this copy of Slipway decides what it is used for. Write to the support unit with any question about your information.</p>
      <Reach support={support} />
      <h2>What we keep about you, and why</h2>
      <Table
        caption="Personal information"
        head={[{ label: 'What' }, { label: 'Why' }, { label: 'Who sees it' }]}
        rows={[
          { key: 'who', cells: ['Your name, job title and work email address', 'To know who wrote, sent and decided what', 'People in the same cases, the support unit and auditors'] },
          { key: 'deeds', cells: ['What you write, send and decide, and when', 'So that decisions about public money and jobs can be checked later', 'People in the same case, as far as their role allows'] },
          { key: 'interests', cells: ['Interests you declare', 'So that nobody decides on their own case', 'People in the same case, the support unit and auditors'] },
          { key: 'password', cells: ['Your password', 'To know it is you', 'Nobody: only a form of it is kept that cannot be turned back'] },
          { key: 'signins', cells: ['When you sign in and out', 'To find misuse', 'Those who run the service'] },
          { key: 'mail', cells: ['Emails we send you', 'To tell you when a case waits for you', 'Those who run the service'] },
        ]}
      />
      <h2>How long we keep it</h2>
      <p>The record of a case is kept as long as the records rules of the organisations in it say: it shows how public money was committed. Names stay beside signed decisions. Sessions are forgotten after a day, kept answers after 24 hours, mailed links when they are used or out of date.</p>
      <h2>Cookies</h2>
      <Table
        caption="Cookies we set: only what the service needs, so we do not ask"
        head={[{ label: 'Name' }, { label: 'What for' }, { label: 'How long' }]}
        rows={[
          { key: 'sid', cells: ['sid', 'Keeps you signed in', `Until you close the browser; at most ${hours} hours, or ${idle / 60} hours without use`] },
          { key: 'kept', cells: ['kept', 'Gives back an answer that came after you were signed out', '24 hours'] },
          { key: 'colours', cells: ['colours', 'Remembers whether your pages are light or dark', 'A year'] },
        ]}
      />
      <p>There are no trackers, no advertisements and nothing from other sites. Your browser keeps no copy of your drafts.</p>
      <h2>Your rights</h2>
      <p>You can ask for a copy of what is held about you, for mistakes to be put right, and for information to be erased where the record does not have to be kept. Ask the support unit. If you are not content with the answer, you can complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.</p>
    </Page>
  );
}
