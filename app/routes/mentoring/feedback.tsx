import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { HELPED } from '#app/domain/mentoring/mentoring-words.ts';
import { feedbackSchema } from '#app/domain/mentoring/mentoring.schema.ts';
import { giveFeedback } from '#app/domain/mentoring/move-mentoring.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { mentoringAsked } from './door.server.ts';

export const handle = { script: false };

async function asked(args: LoaderFunctionArgs) {
  const found = await mentoringAsked(args);
  const { side } = found.page;
  return side === 'team' || side === 'mentor' ? found : forbidden('Only the team lead and the mentor say how it went.');
}

export const loader = async (args: LoaderFunctionArgs) => (await asked(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const form = await args.request.formData();
  const read = parseForm(form, feedbackSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const given = await giveFeedback(actor, page.id, read.value);
  return given.ok ? redirect(`/mentoring/${page.id}?done=feedback`) : refusal(given, typed(form));
}

const TITLE = 'Say how it went';
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${TITLE} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Feedback() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const back = `/mentoring/${page.id}`;
  return (
    <Page title={TITLE} caption={`${page.name} and ${page.case.title}`} back={{ to: back, label: page.side === 'mentor' ? page.case.title : page.name }} errors={again?.errors ?? []} lead={<p>The other side and the support unit read it. You say it once.</p>}>
      {page.mayFeedBack ? (
        <Form method="post" noValidate className="flow">
          <Question id="helped" as="fieldset" title="How much did it help the team?" {...errorAt(again?.errors, 'helped')}><ChoiceField name="helped" choices={HELPED.map(([value, label]) => ({ value, label }))} defaultValue={was.helped ?? ''} /></Question>
          <Question id="words" as="field" size="s" title="What should others know?" optional {...errorAt(again?.errors, 'words')}><LongTextField name="words" rows={3} defaultValue={was.words ?? ''} /></Question>
          <Buttons><PrimaryButton>Send it</PrimaryButton><Link to={back}>Go back</Link></Buttons>
        </Form>
      ) : <p>You have said how it went already, or it has not ended yet.</p>}
    </Page>
  );
}
