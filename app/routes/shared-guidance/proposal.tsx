import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { proposalSchema } from '#app/domain/guidance/guidance.schema.ts';
import { ONLY, proposeGuidance } from '#app/domain/guidance/propose-guidance.server.ts';
import { proposalForm } from '#app/domain/guidance/shared-pages.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await caseAsked(args);
  const form = (await proposalForm(reader(), file, args.params.comment!)) ?? notFound();
  return form.may ? form : forbidden(ONLY);
}

export async function action(args: ActionFunctionArgs) {
  const { actor, file } = await caseAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, proposalSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const proposed = await proposeGuidance(actor, file.case.id, args.params.comment!, read.value);
  return proposed.ok ? redirect(`/guidance/shared/${proposed.value.sharedId}?done=proposed`) : refusal(proposed, typed(form));
}

const TITLE = 'Propose an answer as guidance';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Proposal() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const back = `/cases/${page.case.id}/comments/${page.commentId}`;
  return (
    <Page
      title={TITLE} caption={page.question} back={{ to: back, label: 'Question' }} errors={again?.errors ?? []}
      lead={<p>Write it for somebody who knows nothing of this case, and name nobody. {page.own ? 'You agree by proposing it; the team lead must agree too.' : 'The mentor and the team lead must both agree to these words.'} Until then nobody else reads them.</p>}
    >
      <h2>What was asked</h2>
      <Prose text={page.asked} />
      <Form method="post" noValidate className="flow">
        <Question id="title" as="field" title="What does it answer?" hint="One line, as others would ask it" {...errorAt(again?.errors, 'title')}><TextField name="title" defaultValue={was.title ?? ''} /></Question>
        <Question id="text" as="field" title="The answer, for anybody" hint="It begins with what the mentor wrote" {...errorAt(again?.errors, 'text')}><LongTextField name="text" rows={8} defaultValue={was.text ?? page.answer} /></Question>
        <Question id="topic" as="field" title="Page of guidance it belongs to" {...errorAt(again?.errors, 'topic')}><SelectField name="topic" empty="Select one" options={page.topics} defaultValue={was.topic ?? ''} /></Question>
        <Buttons><PrimaryButton>Propose it</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
