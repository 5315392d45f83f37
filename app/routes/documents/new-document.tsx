import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor, type CaseFile } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { addingPage, type AddingPage } from '#app/domain/evidence/adding-page.server.ts';
import { knownDocumentSchema, newDocumentSchema } from '#app/domain/evidence/documents.schema.ts';
import { mayAddDocument } from '#app/domain/evidence/documents.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { DocumentFields } from './document-fields.tsx';
import { again, receive } from './received.server.ts';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return pageFor((await caseForActor(reader(), actor, params.case!)) ?? notFound(), request);
}

async function pageFor(file: CaseFile, request: Request): Promise<AddingPage> {
  if (!mayAddDocument(file.roles)) forbidden('Only people who work on this case can add documents.');
  return (await addingPage(reader(), file, new URL(request.url).searchParams)) ?? notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const page = await pageFor((await caseForActor(reader(), actor, params.case!)) ?? notFound(), request);
  const { condition, choices } = page;
  if (condition) {
    const arrived = await receive(request, knownDocumentSchema);
    if (!arrived.ok) return again(arrived);
    const added = await addDocument(actor, params.case!, { ...arrived.value, ...arrived.file, stage: condition.stage, kind: condition.kind, conditionId: condition.id });
    return added.ok ? redirect(page.back.to) : refusal(added, arrived.values);
  }
  const arrived = await receive(request, newDocumentSchema(choices.map((c) => c.value)));
  if (!arrived.ok) return again(arrived);
  const { stage, kind } = choices.find((c) => c.value === arrived.value.what)!;
  const added = await addDocument(actor, params.case!, { ...arrived.value, ...arrived.file, stage, kind });
  if (!added.ok) return refusal(added, arrived.values);
  return redirect(page.listed ? `/cases/${params.case}/documents?stage=${stage ?? ''}&kind=${kind}&added=${added.value.documentId}` : page.back.to);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Add a document - ${page.case.title} - Slipway` : 'Slipway' }];

export default function NewDocument() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const values = answered?.values ?? { seenBy: page.condition ? 'reviewers' : 'team', what: page.chosen };
  const kind = page.choices.find((c) => c.value === page.chosen);
  return (
    <Page title="Add a document" caption={page.case.title} back={page.back} errors={answered?.errors ?? []}>
      {page.condition ? <Inset><p>{`Evidence for a condition: ${page.condition.text}`}</p></Inset> : null}
      {kind?.hint ? <p>{kind.hint}</p> : null}
      <Form method="post" encType="multipart/form-data" noValidate>
        {page.condition ? null : (
          <Question id="what" as="field" title="What is it?" {...errorAt(answered?.errors, 'what')}>
            <SelectField name="what" empty="Select one" options={page.choices} defaultValue={values.what ?? ''} />
          </Question>
        )}
        <DocumentFields
          errors={answered?.errors} values={values} {...(page.condition && { audiences: ['reviewers', 'everyone'] as const })}
          {...(kind?.personalData && { personalDataHint: 'This kind of document often does. Send a version without names if you can' })}
        />
        <Buttons><PrimaryButton>Add the document</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
