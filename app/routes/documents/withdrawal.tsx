import { redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { withdrawDocument } from '#app/domain/evidence/add-document.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { refusal } from '#app/lib/responses.ts';
import { Buttons, WarningButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { documentToChange, loadToChange } from './changing.server.ts';

export const handle = { script: false };

export const loader = loadToChange;

export async function action(args: ActionFunctionArgs) {
  const { actor, page: { case: head, document } } = await documentToChange(args);
  const withdrawn = await withdrawDocument(actor, head.id, document.id);
  return withdrawn.ok ? redirect(`/cases/${head.id}/documents?withdrawn`) : refusal(withdrawn);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Withdraw a document - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Withdrawal() {
  const { case: head, document } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const path = `/cases/${head.id}/documents/${document.id}`;
  return (
    <Page title="Withdraw this document" caption={head.title} back={{ to: path, label: document.title }} errors={answered?.errors ?? []}>
      <p>It will no longer count as evidence, and only the team and people it was sent to before will be able to see it. This cannot be undone, but you can add the file again.</p>
      <SummaryList rows={[{ key: 'Document', value: document.title }, { key: 'File', value: document.fileName }, { key: 'Added', value: `${day(dayOf(document.at))} by ${document.by}` }]} />
      <Form method="post"><Buttons><WarningButton>Withdraw the document</WarningButton><Link to={path}>Keep it</Link></Buttons></Form>
    </Page>
  );
}
