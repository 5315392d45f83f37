import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { BALLOT_METHODS, BALLOT_RUNNERS, USUAL_THRESHOLD } from '#workflows/secret-ballots.ts';

const RUNNERS = BALLOT_RUNNERS.map(({ value, label }) => ({ value, label }));

/** What is agreed before a ballot. */
export const BallotFields = ({ errors, values }: { errors: FormError[]; values: Typed }) => (
  <>
    <Question id="question" as="field" size="s" title="What is the question?" hint="The exact words. Staff answer for or against, or return a blank paper" {...errorAt(errors, 'question')}>
      <LongTextField name="question" words={50} rows={3} defaultValue={values.question ?? ''} />
    </Question>
    <Question id="method" as="fieldset" size="s" title="What kind of vote is it?" {...errorAt(errors, 'method')}>
      <ChoiceField name="method" choices={[...BALLOT_METHODS]} defaultValue={values.method ?? ''} />
    </Question>
    <Question id="opensOn" as="field" size="s" title="When does it open?" hint="For example 27 3 2027. Today opens it at once" {...errorAt(errors, 'opensOn')}><TextField name="opensOn" width={20} defaultValue={values.opensOn ?? ''} /></Question>
    <Question id="closesOn" as="field" size="s" title="What is the last day of voting?" hint="Leave people on leave or on nights enough time, such as 10 working days" {...errorAt(errors, 'closesOn')}><TextField name="closesOn" width={20} defaultValue={values.closesOn ?? ''} /></Question>
    <Question id="threshold" as="field" size="s" title="What share of yes votes is needed?" why="No law sets one. A bar agreed before the vote is fair to everyone." hint="Of votes for and against; blank papers do not count" {...errorAt(errors, 'threshold')}>
      <NumberField name="threshold" suffix="%" width={4} defaultValue={values.threshold ?? String(USUAL_THRESHOLD)} />
    </Question>
    <Question id="runBy" as="field" size="s" title="Who runs it?" {...errorAt(errors, 'runBy')}><SelectField name="runBy" empty="Select one" options={RUNNERS} defaultValue={values.runBy ?? ''} /></Question>
    <Question id="runner" as="field" size="s" title="Their name" hint="Staff read it in the email" {...errorAt(errors, 'runner')}><TextField name="runner" defaultValue={values.runner ?? ''} /></Question>
    <Question id="electors" as="field" size="s" title="Who may vote?" hint="Their email addresses, one on each line. Each gets a link of their own" {...errorAt(errors, 'electors')}>
      <LongTextField name="electors" rows={10} defaultValue={values.electors ?? ''} />
    </Question>
  </>
);
