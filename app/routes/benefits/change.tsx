import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { changesOf } from '#app/domain/benefits/benefit-changes.server.ts';
import { changeAnswerSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { benefitInFile } from '#app/domain/benefits/benefit-page.server.ts';
import { answerChange } from '#app/domain/benefits/change-benefit.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { asking } from './asking.ts';
import { benefitAsked } from './door.server.ts';
import { Wordings } from './wordings.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitAsked(asked);
  const row = (await benefitInFile(reader(), file, page.view.id)) ?? notFound();
  const change = (await changesOf(reader(), file, row)).find(({ id }) => id === asked.params.change) ?? notFound();
  return { page, change };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, changeAnswerSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const answered = await answerChange(actor, params.case!, params.benefit!, params.change!, read.value);
  return answered.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=answered`) : refusal(answered, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.change.title} - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

const ANSWERS = [
  { value: 'agreed', label: 'I agree', hint: 'The record changes now. The earlier wording stays on it' },
  { value: 'refused', label: 'I do not agree', hint: 'The record stays as it is' },
];

export default function Change() {
  const { page, change } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { ask, of } = asking({}, again);
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page title={change.title} caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []} lead={<p>{change.settled ? `${change.settled}.` : `Waits for an answer from ${change.waitsFor}.`}</p>}>
      <Wordings caption={change.title} wordings={change.wordings} now="Asked for" />
      <p>{`Asked for by ${change.asked}: "${change.reason}"`}</p>
      {change.note ? <p>{`The answer: "${change.note}"`}</p> : null}
      {change.mayAnswer ? (
        <section>
          <Form method="post" noValidate className="flow">
            <Question {...ask('answer')} as="fieldset" size="m" title="Do you agree?"><ChoiceField {...of('answer')} choices={ANSWERS} /></Question>
            <Question {...ask('note')} title="Your words" hint="Needed if you do not agree"><LongTextField {...of('note')} rows={4} /></Question>
            <Buttons><PrimaryButton>Record your answer</PrimaryButton><Link to={back}>Not now</Link></Buttons>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}
