import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { notePage, writeNote } from '#app/domain/meetings/mentor-note.server.ts';
import { noteForm } from '#app/domain/meetings/meetings.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const found = await notePage(reader(), file, asked.params.stage!);
  if (found.ok) return found.page;
  return found.status === 404 ? notFound() : forbidden(found.sentence);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), noteForm);
  if (!read.ok) return refused(read.errors, read.values);
  const written = await writeNote(actor, params.case!, params.stage!, read.value.text);
  return written.ok ? redirect(`/cases/${params.case}/stages/${params.stage}`) : refusal(written, read.value);
}

const heading = (noun: string) => `Your note on the ${noun}`;
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && heading(data.stage.noun), data?.case.title);

export default function Note() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page
      title={heading(page.stage.noun)} caption={page.case.title} back={{ to: path, label: page.stage.title }} errors={again?.errors ?? []}
      lead={<p>{`${page.readers} read exactly what you write here, with your name, where they read the stage. You do not decide, and nobody waits for it.`}</p>}
    >
      {page.current ? <p className="quiet">{`They read your note of ${day(dayOf(page.current.at))}. What you save now takes its place. To take it back, clear the box and save.`}</p> : null}
      <Form method="post" noValidate>
        <Question id="text" as="field" size="s" title="What should they know?" {...errorAt(again?.errors, 'text')}>
          <LongTextField name="text" words={250} defaultValue={again?.values.text ?? page.current?.text ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Save the note</PrimaryButton><Link to={path}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}
