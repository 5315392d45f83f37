import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { CONSEQUENCES, FREQUENCIES, OWN_WORDS, TREATMENTS, treatmentSchema } from '#app/domain/benefits/benefits.schema.ts';
import { settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { mayAgreeLeavingOut } from '#app/domain/cases/cases.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { asking, optionsOf } from './asking.ts';
import { benefitAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitAsked(asked);
  if (page.view.withdrawn) notFound();
  if (!page.maySettle) forbidden("Only the team lead and the people on the approver's side can record this.");
  return { page, mayAgree: page.view.waits !== null && mayAgreeLeavingOut(file.roles, file.exclusion) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, treatmentSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const settled = await settleBenefit(actor, params.case!, params.benefit!, read.value);
  return settled.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=contract`) : refusal(settled, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Is it in the contract? - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

const AFTER = [...CONSEQUENCES.map((words) => ({ value: words, label: words })), { value: OWN_WORDS, label: 'In your own words' }];

/** What is agreed already may be in words of its own. */
const inBoxes = (form: Record<string, string>) =>
  form.consequence && !CONSEQUENCES.some((words) => words === form.consequence) ? { ...form, consequence: OWN_WORDS, consequenceOwn: form.consequence } : form;

export default function BenefitContract() {
  const { page, mayAgree } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { was, ask, of } = asking(inBoxes(page.form), again);
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page title="Is it in the contract?" caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []} lead={<p>If a promise is left out of the contract, nobody has to deliver it. So it is put in, or left out with a reason that stays on record with your name, and that the commissioner's side agrees to.</p>}>
      {page.view.waits ? <Inset><p>{page.view.waits}</p>{mayAgree ? <p><Link to={`${back}/agreement`}>Agree to the reason</Link></p> : null}</Inset> : null}
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="revision" value={was.revision} />
        <Question {...ask('treatment')} as="fieldset" size="m" title="Is it in the contract?"><ChoiceField {...of('treatment')} choices={optionsOf(TREATMENTS)} /></Question>
        <h2>If it is in the contract</h2>
        <Question {...ask('clause')} title="Clause or schedule" hint="For example, schedule 4, part C, 2"><TextField {...of('clause')} /></Question>
        <Question {...ask('frequency')} title="How often it is reported"><SelectField {...of('frequency')} empty="Select one" options={optionsOf(FREQUENCIES)} /></Question>
        <Question {...ask('consequence')} title="What follows if it is missed" optional><SelectField {...of('consequence')} empty="Nothing agreed yet" options={AFTER} /></Question>
        <Question {...ask('consequenceOwn')} title="What follows, in your own words" hint="Only if none of those fits"><TextField {...of('consequenceOwn')} /></Question>
        <h2>If it is not</h2>
        <Question {...ask('reason')} title="Why is it not in the contract?"><LongTextField {...of('reason')} /></Question>
        <Buttons><PrimaryButton>Record this</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
