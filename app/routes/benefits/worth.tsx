import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { worthSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { ATTRIBUTIONS, CLASSES, CONFIDENCES, COUNTERFACTUALS } from '#app/domain/benefits/benefits.schema.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { inWords } from '#workflows/form.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { asking, optionsOf } from './asking.ts';
import { benefitToDescribe } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitToDescribe(asked);
  return { page, classes: CLASSES.map(([value, label]) => ({ value, label: inWords(label, file.pathway) })) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, worthSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { revision, ...details } = read.value;
  const described = await describeBenefit(actor, params.case!, params.benefit!, details, { revision });
  return described.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=worth`) : refusal(described, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `What it is worth - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function Worth() {
  const { page, classes } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { was, ask, of } = asking(page.form, again);
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  const inUnit = page.unit && page.unit !== 'count' ? { suffix: page.unit } : {};
  return (
    <Page
      title="What it is compared with and worth" caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []}
      lead={<p>A benefit is the figure you promise, less the figure there would have been without the change. It is not the figure you promise less today's: some things would have got better or worse anyway.</p>}
    >
      {page.gain ? <Inset><p>{page.gain}</p></Inset> : null}
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="revision" value={was.revision} />
        <h2>If nothing had changed</h2>
        <Question {...ask('counterfactualMethod')} as="fieldset" title="What would have happened?"><ChoiceField {...of('counterfactualMethod')} choices={optionsOf(COUNTERFACTUALS)} /></Question>
        <Question {...ask('counterfactual')} title="Figure on the target date if nothing had changed" hint="Leave empty if it would be the starting figure"><NumberField {...of('counterfactual')} decimal {...inUnit} /></Question>
        <Question {...ask('counterfactualNote')} title="How you worked that out" optional><LongTextField {...of('counterfactualNote')} rows={3} /></Question>
        <h2>What it is worth</h2>
        <Question {...ask('class')} as="fieldset" title="What kind of value is it?"><ChoiceField {...of('class')} choices={classes} /></Question>
        <Question {...ask('valuePerYear')} title="Value a year" hint="Only if it can be said in pounds" optional><NumberField {...of('valuePerYear')} prefix="£" decimal /></Question>
        <Question {...ask('confidence')} title="How sure are you?"><SelectField {...of('confidence')} empty="Not said yet" options={optionsOf(CONFIDENCES)} /></Question>
        <Question {...ask('attribution')} title="How much of it is your doing?"><SelectField {...of('attribution')} empty="Not said yet" options={optionsOf(ATTRIBUTIONS)} /></Question>
        <h2>Is it asked fairly?</h2>
        <Question {...ask('otherProviders')} as="fieldset" title="Is the same asked of other providers of this service?" why="Nothing more should be asked of you than of anybody else without a reason.">
          <ChoiceField {...of('otherProviders')} inline choices={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />
        </Question>
        <Question {...ask('otherProvidersNote')} title="Why that is in proportion" optional><LongTextField {...of('otherProvidersNote')} rows={3} /></Question>
        <Question {...ask('equalityNote')} title="Who may gain less, and what you will do about it" optional><LongTextField {...of('equalityNote')} rows={3} /></Question>
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
