import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { withdrawLesson } from '#app/domain/lessons/give-lesson.server.ts';
import { lessonWithdrawalForm } from '#app/domain/lessons/lessons.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, WarningButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { lessonAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const lesson = await lessonAsked(asked);
  return lesson.mayWithdraw ? lesson : forbidden('Only the team lead, or whoever gave the lesson, withdraws it.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), lessonWithdrawalForm);
  if (!read.ok) return refused(read.errors, read.values);
  const withdrawn = await withdrawLesson(actor, params.case!, params.lesson!, read.value.reason);
  return withdrawn.ok ? redirect(`/cases/${params.case}/lessons?done=withdrawn`) : refusal(withdrawn, read.value);
}

const TITLE = 'Withdraw a lesson';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.desk.case.title);

export default function LessonWithdrawal() {
  const { desk, title } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const path = `/cases/${desk.case.id}/lessons`;
  return (
    <Page title={TITLE} caption={desk.case.title} back={{ to: path, label: 'Lessons for other teams' }} errors={again?.errors ?? []} lead={<p>{`"${title}" is taken back at once. Its address then says when it was withdrawn, and your reason.`}</p>}>
      <Form method="post" noValidate className="flow">
        <Question id="reason" as="field" size="s" title="Why do you withdraw it?" hint="Whoever could read the lesson can read this" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" rows={4} defaultValue={again?.values.reason ?? ''} /></Question>
        <Buttons><WarningButton>Withdraw the lesson</WarningButton><Link to={path}>Keep it</Link></Buttons>
      </Form>
    </Page>
  );
}
