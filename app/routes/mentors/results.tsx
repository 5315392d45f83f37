import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { mentorPage } from '#app/domain/mentors/directory-page.server.ts';
import { mentorResultSchema } from '#app/domain/mentors/mentors.schema.ts';
import { addMentorResult } from '#app/domain/mentors/register-mentor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { keeperAsked } from './door.server.ts';
import { dayIn } from './fields.tsx';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await keeperAsked(args);
  const { id, name, results } = (await mentorPage(reader(), actor, args.params.organisation!)) ?? notFound();
  return { id, name, results };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, mentorResultSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const added = await addMentorResult(actor, args.params.organisation!, read.value);
  return added.ok ? redirect(`/mentors/${args.params.organisation}/results`) : refusal(added, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Published results - ${data.name} - Slipway` : 'Slipway' }];

export default function MentorResults() {
  const { id, name, results } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  return (
    <Page title="Published results" caption={name} back={{ to: `/mentors/${id}`, label: name }} errors={again?.errors ?? []}>
      {results.length ? (
        <ul className="flow">
          {results.map((result) => (
            <li key={result.id}>{`${result.words}. ${result.on}. `}<Form method="post" action={`/mentors/${id}/results/${result.id}/withdrawal`}><QuietButton hidden={result.words}>Withdraw</QuietButton></Form></li>
          ))}
        </ul>
      ) : <p>None yet.</p>}
      <h2>Add a result</h2>
      <Form method="post" noValidate className="flow">
        <Question id="words" as="field" size="s" title="The result" hint="With its figure and period, as it was published" {...errorAt(again?.errors, 'words')}><LongTextField name="words" rows={2} defaultValue={was.words ?? ''} /></Question>
        <Question id="link" as="field" size="s" title="Where it can be read" hint="A public address, beginning with https://" {...errorAt(again?.errors, 'link')}><TextField name="link" type="url" defaultValue={was.link ?? ''} /></Question>
        <Question id="publishedOn" as="fieldset" size="s" title="When it was published" hint="For example, 27 3 2026" {...errorAt(again?.errors, 'publishedOn')}><DateField name="publishedOn" defaultValue={dayIn(was, 'publishedOn')} /></Question>
        <Buttons><PrimaryButton>Add the result</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
