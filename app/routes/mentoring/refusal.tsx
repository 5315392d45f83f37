import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { declineRequest } from '#app/domain/mentoring/answer-request.server.ts';
import { REFUSALS } from '#app/domain/mentoring/mentoring-words.ts';
import { refusalSchema } from '#app/domain/mentoring/mentoring.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { mentoringAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await mentoringAsked(args);
  return page.side === 'mentor' ? page : forbidden('Only the adviser who was asked can answer.');
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await mentoringAsked(args);
  if (page.side !== 'mentor') forbidden('Only the adviser who was asked can answer.');
  const form = await args.request.formData();
  const read = parseForm(form, refusalSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const declined = await declineRequest(actor, args.params.mentoring!, read.value);
  return declined.ok ? redirect(`/mentoring/${args.params.mentoring}?done=declined`) : refusal(declined, typed(form));
}

const TITLE = 'Not this time';
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${TITLE} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Refusal() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const back = `/mentoring/${page.id}`;
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: back, label: page.case.title }} errors={again?.errors ?? []} lead={<p>That is fine. The next adviser in line is asked, and the team reads what you say here.</p>}>
      {page.answerBy ? (
        <Form method="post" noValidate className="flow">
          <Question id="reason" as="fieldset" title="Why not?" {...errorAt(again?.errors, 'reason')}>
            <ChoiceField name="reason" choices={REFUSALS.map(([value, label]) => ({ value, label, ...(value === 'conflict' && { hint: 'You are not suggested to this team again' }) }))} defaultValue={was.reason ?? ''} />
          </Question>
          <Question id="words" as="field" size="s" title="Is there anything you would like to say to them?" optional {...errorAt(again?.errors, 'words')}><LongTextField name="words" rows={3} defaultValue={was.words ?? ''} /></Question>
          <Buttons><PrimaryButton>Send your answer</PrimaryButton><Link to={back}>Go back</Link></Buttons>
        </Form>
      ) : <p>This request is no longer open, so there is nothing to answer.</p>}
    </Page>
  );
}
