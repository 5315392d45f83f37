import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { stageInFile } from '#app/domain/cases/case-file.server.ts';
import { maySeeSubmission } from '#app/domain/cases/cases.policy.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { interestSchema } from '#app/domain/stages/reviews.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { localPath, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const found = stageInFile(file, asked.params.stage!) ?? notFound();
  if (!maySeeSubmission(file.roles, file.standings, found.key)) notFound();
  const review = `/cases/${file.case.id}/stages/${found.key}/review`;
  return { case: { id: file.case.id, title: file.case.title }, enterprise: file.pathway.labels.enterprise, to: localPath(new URL(asked.request.url).searchParams.get('to'), review) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), interestSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { kind, detail, to } = read.value;
  const declared = await declareInterest(actor, params.case!, { personId: actor.id, kind, detail });
  return declared.ok ? redirect(localPath(to, `/cases/${params.case}/stages/${params.stage}/review`)) : refusal(declared, { kind, detail, to: to ?? '' });
}

const TITLE = 'Do you have an interest in the new organisation?';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Interest() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: `/cases/${page.case.id}`, label: page.case.title }} errors={again?.errors ?? []}>
      <p>{`Say this before you read. Someone who is to be a director, shareholder or employee of the ${page.enterprise} can read it, and cannot review or decide on it.`}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={again?.values.to ?? page.to} />
        <Question id="kind" as="fieldset" size="s" title="Your interest" {...errorAt(again?.errors, 'kind')}>
          <ChoiceField
            name="kind" defaultValue={again?.values.kind ?? ''}
            choices={[
              { value: 'none', label: 'I have none' },
              { value: 'other', label: 'I have another interest', hint: 'For example a relative in the team, or paid work for it. You can still judge it, and it is on the record' },
              { value: 'director', label: 'I am to be a director' },
              { value: 'shareholder', label: 'I am to be a shareholder or member' },
              { value: 'employee', label: 'I am to be an employee' },
            ]}
          />
        </Question>
        <Question id="detail" as="field" size="s" title="What the interest is" hint="Leave empty if you have none" {...errorAt(again?.errors, 'detail')}>
          <LongTextField name="detail" rows={4} defaultValue={again?.values.detail ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Continue</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
