import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { mendLesson } from '#app/domain/lessons/give-lesson.server.ts';
import { changedLessonForm } from '#app/domain/lessons/lessons.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { titled } from '../stages/titled.ts';
import { lessonAsked } from './door.server.ts';
import { LessonFields } from './lesson-fields.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const lesson = await lessonAsked(asked);
  return lesson.mayChange ? lesson : forbidden('Only the team, where it may change the answers of the stage, changes this lesson.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, changedLessonForm);
  if (!read.ok) return refused(read.errors, read.values);
  const changed = await mendLesson(actor, params.case!, params.lesson!, read.value);
  return changed.ok ? redirect(`/cases/${params.case}/lessons?done=changed`) : refusal(changed, typed(form));
}

const TITLE = 'Change a lesson';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.desk.case.title);

export default function Mending() {
  const { desk, whyNot } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const values = again?.values ?? desk.first;
  const path = `/cases/${desk.case.id}/lessons`;
  return (
    <Page title={TITLE} caption={desk.case.title} back={{ to: path, label: 'Lessons for other teams' }} errors={again?.errors ?? []}>
      {whyNot && !again ? <p>{`${whyNot}.`}</p> : (
        <Form method="post" noValidate className="flow">
          <input type="hidden" name="revision" value={values.revision ?? desk.first.revision} />
          <LessonFields stages={desk.stages} errors={again?.errors ?? []} values={values} />
          <Buttons><PrimaryButton>Save the lesson</PrimaryButton><Link to={path}>Leave it as it is</Link></Buttons>
        </Form>
      )}
    </Page>
  );
}
