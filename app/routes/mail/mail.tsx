import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { mailPage } from '#app/domain/outbox/mail-page.server.ts';
import { tryMailAgain } from '#app/domain/outbox/mend-mail.server.ts';
import { counted } from '#app/lib/money.ts';
import { refusal } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, QuietButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/summary-list.tsx';
import { Table } from '#app/ui/table.tsx';
import { atMail } from './door.server.ts';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Mail - Slipway' }];

const DONE: Record<string, string> = { again: 'What was given up in the last week is tried again.', lifted: 'The next mail to that address is tried.' };

export async function loader(args: LoaderFunctionArgs) {
  await atMail(args);
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return { ...(await mailPage()), done: Object.hasOwn(DONE, done) ? DONE[done] : undefined };
}

export async function action(args: ActionFunctionArgs) {
  const tried = await tryMailAgain(await atMail(args));
  return tried.ok ? redirect('/mail?done=again') : refusal(tried);
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MailPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page title="Mail" banner={page.done ? <Banner kind="success" title={page.done} /> : null} lead={<p>{WORDS[page.health]}</p>} wide>
      <section>
        <h2>Waiting to be sent</h2>
        <SummaryList rows={queueRows(page)} />
      </section>
      <Refused page={page} />
      <Dead page={page} />
    </Page>
  );
}

const WORDS: Record<Mail['health'], string> = {
  ok: 'Mail is being sent.',
  off: 'No mail server is set, so mail waits here. Whoever runs Slipway sets one.',
  failing: 'The mail server does not take mail at the moment. Nothing is lost: each mail is tried again, with longer waits, for about a day.',
};

const queueRows = ({ waiting, failed, oldest, lastError, nextTry }: Mail): SummaryRow[] => [
  { key: 'Mails waiting', value: waiting === 0 ? 'None' : failed === 0 ? String(waiting) : `${waiting}, of which ${counted(failed, 'was', 'were')} tried before` },
  { key: 'The oldest is from', value: oldest ?? 'None waits' },
  { key: 'Last trouble', value: lastError ?? 'None' },
  ...(nextTry ? [{ key: 'That mail is tried again', value: nextTry }] : []),
];

const Refused = ({ page }: { page: Mail }) => (
  <section>
    <h2>Addresses that were refused</h2>
    {page.refused.length ? (
      <>
        <p>A mail server said that it takes no mail for these people. Nothing more is sent there until the address works again.</p>
        <Table
          caption="Addresses that were refused" captionHidden head={[{ label: 'Address' }, { label: 'Refused on' }, { label: 'The mail server said' }, { label: 'Change' }]}
          rows={page.refused.map((row) => ({
            key: row.id,
            cells: [row.address, row.on, row.said, <Form key="act" method="post" action={`/mail/refusals/${row.id}/lifting`}><QuietButton hidden={row.address}>It works again</QuietButton></Form>],
          }))}
        />
      </>
    ) : <p>None.</p>}
  </section>
);

const Dead = ({ page }: { page: Mail }) => (
  <section>
    <h2>Mail that was given up</h2>
    {page.dead.length ? (
      <>
        <p>What it said also stands in Slipway under Notifications. The newest {page.dead.length} are shown.</p>
        <Table
          caption="Mail that was given up" captionHidden head={[{ label: 'To' }, { label: 'Subject' }, { label: 'Given up' }, { label: 'Why' }]}
          rows={page.dead.map((mail) => ({ key: mail.id, cells: [mail.to, mail.subject, mail.on, mail.why] }))}
        />
        <Form method="post"><Buttons><SecondaryButton>Try the last week's again</SecondaryButton></Buttons></Form>
      </>
    ) : <p>None.</p>}
  </section>
);
