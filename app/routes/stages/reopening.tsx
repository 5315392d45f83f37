import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { reopenStage } from '#app/domain/stages/reopen-stage.server.ts';
import { reasonSchema } from '#app/domain/stages/reviews.schema.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { caseAsked } from './door.server.ts';
import { titled } from './titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await stagePage(reader(), file, asked.params.stage!)) ?? notFound();
  if (!page.mayReopen) forbidden(file.exclusion ? `${file.exclusion}.` : 'Only the approver can reopen a decided stage.');
  return { case: page.case, stage: { key: page.key, title: page.title, noun: page.noun }, state: page.state.title };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), reasonSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const reopened = await reopenStage(actor, params.case!, params.stage!, read.value.reason);
  return reopened.ok ? redirect(`/cases/${params.case}/stages/${params.stage}`) : refusal(reopened, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Reopen the ${data.stage.noun}`, data?.case.title);

export default function Reopening() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page title={`Reopen the ${page.stage.noun}`} back={{ to: path, label: page.stage.title }} errors={again?.errors ?? []}>
      <SummaryList rows={[{ key: 'Case', value: page.case.title }, { key: 'Stage', value: page.stage.title }, { key: 'Now', value: page.state }]} />
      <p>It goes back to the team to change. A decision that was recorded is kept, and is no longer in force. Its open conditions are closed. The team is told why.</p>
      <Form method="post" noValidate>
        <Question id="reason" as="field" size="s" title="Why are you reopening it?" {...errorAt(again?.errors, 'reason')}>
          <LongTextField name="reason" defaultValue={again?.values.reason ?? ''} />
        </Question>
        <Buttons>
          <PrimaryButton>{`Reopen the ${page.stage.noun}`}</PrimaryButton>
          <Link to={path}>Leave it as it is</Link>
        </Buttons>
      </Form>
    </Page>
  );
}
