import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { benefitRecord } from '#app/domain/benefits/benefit-record.server.ts';
import { CHANGE_KINDS, changeSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { askForChange } from '#app/domain/benefits/change-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, TickField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { A_DAY, asking, optionsOf } from './asking.ts';
import { Pair } from './pair.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await benefitRecord(reader(), file, params.benefit!)) ?? notFound();
  if (page.view.withdrawn) notFound();
  if (!page.hasSide) forbidden("Only the team and the commissioner's side can ask for a change.");
  return { page, kind: new URL(request.url).searchParams.get('kind') ?? '', open: page.changes.find((change) => change.settled === '')?.id };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, changeSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const asked = await askForChange(actor, params.case!, params.benefit!, read.value);
  return asked.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=asked`) : refusal(asked, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Ask for a change - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function NewChange() {
  const { page, kind: chosen, open } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  const kind = CHANGE_KINDS.find(([key]) => key === (again?.values.kind ?? chosen));
  return (
    <Page
      title={kind?.[1] ?? 'Ask for a change'} caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []}
      lead={page.fixed ? <p>{`${page.fixed}. Nothing changes until the other side agrees, and both wordings stay on record.`}</p> : undefined}
    >
      {!page.fixed ? <p>Nothing about this benefit is fixed yet. The team can change it directly. <Link to={back}>Back to the benefit</Link></p>
        : open ? <p>A change is waiting for an answer. <Link to={`${back}/changes/${open}`}>See what is asked</Link></p>
        : kind ? <Wanted kind={kind[0]} form={page.form} unit={page.unit} again={again} back={back} /> : <Kinds />}
    </Page>
  );
}

/** First what should change: so that only its own fields are asked. */
const Kinds = () => (
  <Form method="get" className="flow">
    <Question id="kind" as="fieldset" title="What should change?"><ChoiceField name="kind" choices={optionsOf(CHANGE_KINDS)} /></Question>
    <Buttons><PrimaryButton>Continue</PrimaryButton></Buttons>
  </Form>
);

interface WantedProps {
  kind: (typeof CHANGE_KINDS)[number][0];
  form: Record<string, string>;
  unit: string;
  again: Again | undefined;
  back: string;
}

function Wanted({ kind, form, unit, again, back }: WantedProps) {
  const asked = asking(form, again);
  const { ask, of, was } = asked;
  const doubtful = again?.errors.some(({ message }) => message.startsWith('Target must be')) || was.sure === 'yes';
  return (
    <Form method="post" noValidate className="flow">
      <input type="hidden" name="kind" value={kind} />
      <p>You see what is on record now. Change what should be different.</p>
      {kind === 'baseline' ? <Baseline {...asked} unit={unit} /> : kind === 'target' ? <Target {...asked} unit={unit} band={was.direction === 'band'} /> : <Definition {...asked} />}
      {doubtful ? <TickField name="sure" label="It is meant: the target is worse than the starting figure, or the same" defaultChecked={was.sure === 'yes'} /> : null}
      <Question {...ask('reason')} title="Why should it change?"><LongTextField {...of('reason')} defaultValue={again?.values.reason ?? ''} /></Question>
      <Buttons><PrimaryButton>Ask the other side</PrimaryButton><Link to={back}>Go back</Link></Buttons>
    </Form>
  );
}

type Fields = ReturnType<typeof asking>;
const inUnit = (unit: string) => (unit && unit !== 'count' ? { suffix: unit } : {});

const Baseline = ({ ask, of, unit }: Fields & { unit: string }) => (
  <>
    <Question {...ask('baseline')} title="Starting figure"><NumberField {...of('baseline')} decimal {...inUnit(unit)} /></Question>
    <Question {...ask('baselineOn')} title="Date of the starting figure" hint={A_DAY}><TextField {...of('baselineOn')} width={10} /></Question>
    <Question {...ask('baselineSource')} title="Where it comes from"><TextField {...of('baselineSource')} /></Question>
  </>
);

const Target = ({ ask, of, unit, band }: Fields & { unit: string; band: boolean }) => (
  <>
    {band ? (
      <Pair>
        <Question {...ask('bandLow')} title="Lowest figure of the range"><NumberField {...of('bandLow')} decimal {...inUnit(unit)} /></Question>
        <Question {...ask('bandHigh')} title="Highest figure of the range"><NumberField {...of('bandHigh')} decimal {...inUnit(unit)} /></Question>
      </Pair>
    ) : <Question {...ask('target')} title="Target"><NumberField {...of('target')} decimal {...inUnit(unit)} /></Question>}
    <Question {...ask('targetOn')} title="Target date" hint={A_DAY}><TextField {...of('targetOn')} width={10} /></Question>
  </>
);

const Definition = ({ ask, of }: Fields) => (
  <>
    <Question {...ask('measure')} title="What is counted or timed"><TextField {...of('measure')} /></Question>
    <Question {...ask('numerator')} title="The part that is counted" hint="Only for a share or a rate" optional><TextField {...of('numerator')} /></Question>
    <Question {...ask('denominator')} title="Out of what" hint="Only for a share or a rate" optional><TextField {...of('denominator')} /></Question>
    <Question {...ask('fromOn')} title="First day of the new definition" hint={`Results before it are not compared with results after it. ${A_DAY}`}><TextField {...of('fromOn')} width={10} /></Question>
  </>
);
