import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { newLessonDesk } from '#app/domain/lessons/case-lessons-page.server.ts';
import { giveLesson } from '#app/domain/lessons/give-lesson.server.ts';
import { lessonForm } from '#app/domain/lessons/lessons.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { LessonFields } from './lesson-fields.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const desk = await newLessonDesk(reader(), file, new URL(asked.request.url).searchParams.get('review'));
  return desk.stages.length ? desk : forbidden('Only the team, where it may change answers, gives lessons to other teams.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, lessonForm);
  if (!read.ok) return refused(read.errors, read.values);
  const given = await giveLesson(actor, params.case!, read.value);
  return given.ok ? redirect(`/cases/${params.case}/lessons?done=given`) : refusal(given, typed(form));
}

const TITLE = 'Give a lesson';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function NewLesson() {
  const desk = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const values = again?.values ?? desk.first;
  const path = `/cases/${desk.case.id}/lessons`;
  return (
    <Page
      title={TITLE} caption={desk.case.title} back={{ to: path, label: 'Lessons for other teams' }} errors={again?.errors ?? []}
      lead={<p>Write for a team you have never met. Leave out names, and anything that could point to a patient or to one member of staff.</p>}
    >
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="key" value={values.key ?? desk.key} />
        <LessonFields stages={desk.stages} errors={again?.errors ?? []} values={values} />
        <Buttons><PrimaryButton>Give the lesson</PrimaryButton><Link to={path}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}
