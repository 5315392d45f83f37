import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { makeTask } from '#app/domain/comments/comment-tasks.server.ts';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { taskSchema } from '#app/domain/comments/comments.schema.ts';
import { commentFor } from '#app/domain/comments/comments.server.ts';
import { helpersFor } from '#app/domain/comments/helpers.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const row = await commentFor(reader(), file, asked.params.comment!);
  const page = (row && (await commentPage(reader(), file, row.id))) ?? notFound();
  if (!page.mayMakeTask) forbidden('Only the team can make a task of a comment, while it is not settled.');
  const people = (await helpersFor(reader(), file, row!)).filter((p) => p.sees);
  return { case: page.case, comment: page.comment, title: page.answer.title, people: people.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, taskSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { owner, ...task } = read.value;
  const made = await makeTask(actor, params.case!, params.comment!, { ...task, ownerId: owner });
  return made.ok ? redirect(`/cases/${params.case}/comments/${params.comment}?done=task`) : refusal(made, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Make a task: ${data.title}`, data?.case.title);

export default function Task() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const values = again?.values ?? {};
  const part = (name: string) => values[`dueOn.${name}`] ?? '';
  return (
    <Page title="Make a task" caption={page.title} back={{ to: `/cases/${page.case.id}/comments/${page.comment.id}`, label: 'The comment' }} errors={again?.errors ?? []} lead={<p>It stands on the first page of whoever does it until it is ticked off. They get an email.</p>}>
      <h2>The comment</h2>
      <Prose text={page.comment.text} />
      <Form method="post" noValidate>
        <Question id="text" as="field" size="s" title="What is to be done?" hint="One line, verb first" {...errorAt(again?.errors, 'text')}>
          <TextField name="text" defaultValue={values.text ?? ''} />
        </Question>
        <Question id="owner" as="field" size="s" title="Who does it?" hint="People in the team, and its mentor, who can see the comment" {...errorAt(again?.errors, 'owner')}>
          <SelectField name="owner" empty="Select" options={page.people} defaultValue={values.owner ?? ''} />
        </Question>
        <Question id="dueOn" as="fieldset" size="s" title="By when?" hint="For example 27 3 2027" {...errorAt(again?.errors, 'dueOn')}>
          <DateField name="dueOn" defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} />
        </Question>
        <Buttons><PrimaryButton>Make the task</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
