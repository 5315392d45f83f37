import { redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { replaceDocument } from '#app/domain/evidence/add-document.server.ts';
import { knownDocumentSchema } from '#app/domain/evidence/documents.schema.ts';
import { refusal } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { documentToChange, loadToChange } from './changing.server.ts';
import { DocumentFields } from './document-fields.tsx';
import { again, receive } from './received.server.ts';

export const handle = { script: false };

export const loader = loadToChange;

export async function action(args: ActionFunctionArgs) {
  const { actor, page: { case: head, document } } = await documentToChange(args);
  const arrived = await receive(args.request, knownDocumentSchema);
  if (!arrived.ok) return again(arrived);
  const replaced = await replaceDocument(actor, head.id, document.id, { ...arrived.value, ...arrived.file });
  return replaced.ok ? redirect(`/cases/${head.id}/documents/${replaced.value.documentId}?replaced`) : refusal(replaced, arrived.values);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Add a new version - ${page.case.title} - Slipway` : 'Slipway' }];

export default function NewVersion() {
  const { case: head, document } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? { title: document.title, seenBy: document.seenBy, personalData: document.personalData ? 'yes' : 'no' };
  return (
    <Page title="Add a new version" caption={head.title} back={{ to: `/cases/${head.id}/documents/${document.id}`, label: document.title }} errors={answered?.errors ?? []}>
      <p>{`It takes the place of version ${document.version}, which is kept. What was sent before still shows the version it was sent with.`}</p>
      <Form method="post" encType="multipart/form-data" noValidate>
        <DocumentFields errors={answered?.errors} values={values} {...(document.conditionId && { audiences: ['reviewers', 'everyone'] as const })} />
        <Buttons><PrimaryButton>Add the new version</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
