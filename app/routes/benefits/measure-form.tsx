import { Form, Link } from '@remix-run/react';
import type { BenefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { CATEGORIES, DIRECTIONS, EVIDENCE_KINDS, FREQUENCIES, QUALITIES, UNITS } from '#app/domain/benefits/benefits.schema.ts';
import type { Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, TickField } from '#app/ui/choice-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { A_DAY, asking, optionsOf } from './asking.ts';
import { Pair } from './pair.tsx';

type Asking = ReturnType<typeof asking>;

/** What is promised and how it is measured. Nothing is hidden: what applies only to some says so, and what was typed stays in sight. */
export function MeasureForm({ page, again }: { page: BenefitPage; again: Again | undefined }) {
  const form = asking(page.form, again);
  return (
    <Form method="post" noValidate className="flow">
      <input type="hidden" name="revision" value={form.was.revision} />
      <Promised {...form} />
      <Shown {...form} />
      <Start {...form} />
      <Aim {...form} doubtful={again?.errors.some(({ id, message }) => id === 'target' && message.startsWith('Target must be')) || form.was.sure === 'yes'} />
      <Milestones {...form} />
      <Sources {...form} />
      <Buttons><PrimaryButton>Save</PrimaryButton><Link to={`/cases/${page.case.id}/benefits/${page.view.id}`}>Go back</Link></Buttons>
    </Form>
  );
}

const Promised = ({ ask, of }: Asking) => (
  <>
    <h2>What is promised</h2>
    <Question {...ask('title')} title="What will get better?"><TextField {...of('title')} /></Question>
    <Question {...ask('beneficiary')} title="For whom?"><TextField {...of('beneficiary')} /></Question>
    <Question {...ask('category')} title="Kind of benefit"><SelectField {...of('category')} empty="Select one" options={optionsOf(CATEGORIES)} /></Question>
  </>
);

const Shown = ({ ask, of, was }: Asking) => (
  <>
    <h2>What will show it</h2>
    <Question {...ask('evidenceKind')} title="What will there be to show?" hint="Numbers need a starting figure and a target. The others need words, and where they come from"><SelectField {...of('evidenceKind')} empty="Numbers, until you say otherwise" options={optionsOf(EVIDENCE_KINDS)} /></Question>
    <Question {...ask('measure')} title="What is counted or timed?" hint="For example, weeks from referral to first appointment, median of the month"><TextField {...of('measure')} /></Question>
    <Question {...ask('unit')} title="Unit"><SelectField {...of('unit')} empty="Not said yet" options={unitsWith(was.unit)} /></Question>
    <Question {...ask('numerator')} title="The part that is counted" hint="Only for a share or a rate, such as %. For example, people seen within 6 weeks" optional><TextField {...of('numerator')} /></Question>
    <Question {...ask('denominator')} title="Out of what" hint="Only for a share or a rate. For example, all people seen in the month" optional><TextField {...of('denominator')} /></Question>
    <Question {...ask('direction')} as="fieldset" title="Which way is better?"><ChoiceField {...of('direction')} choices={optionsOf(DIRECTIONS)} /></Question>
  </>
);

/** The usual units, and the one in use when it is another. */
const unitsWith = (used: string | undefined) => [...new Set([...UNITS, ...(used ? [used] : [])])].map((unit) => ({ value: unit, label: unit }));

const Start = ({ ask, of }: Asking) => (
  <>
    <h2>Where it starts</h2>
    <Question {...ask('baseline')} title="Starting figure"><NumberField {...of('baseline')} decimal /></Question>
    <Pair>
      <Question {...ask('baselineFrom')} title="First day of its period" hint={A_DAY} optional><TextField {...of('baselineFrom')} width={10} /></Question>
      <Question {...ask('baselineOn')} title="Last day of its period, or its date" hint={A_DAY}><TextField {...of('baselineOn')} width={10} /></Question>
    </Pair>
    <Question {...ask('baselineSource')} title="Where it comes from"><TextField {...of('baselineSource')} /></Question>
    <Question {...ask('baselineN')} title="Number of people or cases behind it" optional><NumberField {...of('baselineN')} /></Question>
    <Question {...ask('baselineQuality')} title="How good the data is" optional><SelectField {...of('baselineQuality')} empty="Not said yet" options={optionsOf(QUALITIES)} /></Question>
  </>
);

const Aim = ({ ask, of, was, doubtful }: Asking & { doubtful: boolean }) => (
  <>
    <h2>Where it should get to</h2>
    <Question {...ask('target')} title="Target" hint="Only if it should go up or down"><NumberField {...of('target')} decimal /></Question>
    {doubtful ? <TickField name="sure" label="The target is right as it is: it is worse than the starting figure, or the same" defaultChecked={was.sure === 'yes'} /> : null}
    <Pair>
      <Question {...ask('bandLow')} title="Lowest figure" hint="Only if it should stay within a range"><NumberField {...of('bandLow')} decimal /></Question>
      <Question {...ask('bandHigh')} title="Highest figure" hint="Only if it should stay within a range"><NumberField {...of('bandHigh')} decimal /></Question>
    </Pair>
    <Question {...ask('tolerance')} title="How far off still counts" hint="In the unit of the measure. It matters most if it should stay the same" optional><NumberField {...of('tolerance')} decimal /></Question>
    <Question {...ask('targetOn')} title="Target date" hint={A_DAY}><TextField {...of('targetOn')} width={10} /></Question>
  </>
);

function Milestones({ ask, of, was, wrong }: Asking) {
  const boxes = [1, 2, 3, 4];
  const inUse = boxes.some((i) => was[`milestone${i}`] || was[`milestone${i}On`] || wrong(`milestone${i}`, `milestone${i}On`));
  return (
    <Details id="milestones" summary="Milestones on the way (optional)" open={inUse}>
      {boxes.map((i) => (
        <Pair key={i}>
          <Question {...ask(`milestone${i}On`)} title={`Date of milestone ${i}`} hint={A_DAY}><TextField {...of(`milestone${i}On`)} width={10} /></Question>
          <Question {...ask(`milestone${i}`)} title={`Figure of milestone ${i}`} hint="In the unit of the measure"><NumberField {...of(`milestone${i}`)} decimal /></Question>
        </Pair>
      ))}
    </Details>
  );
}

const Sources = ({ ask, of }: Asking) => (
  <>
    <h2>Where results will come from</h2>
    <Question {...ask('dataSource')} title="Data source" hint="The system, return, survey or register"><TextField {...of('dataSource')} /></Question>
    <Question {...ask('frequency')} title="How often it is reported"><SelectField {...of('frequency')} empty="Not said yet" options={optionsOf(FREQUENCIES)} /></Question>
    <Question {...ask('lagDays')} title="Days until a figure is known" hint="From the end of the period" optional><NumberField {...of('lagDays')} suffix="days" /></Question>
  </>
);
