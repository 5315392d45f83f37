import { Form, Link } from '@remix-run/react';
import type { ReviewPage } from '#app/domain/stages/review-page.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';

interface Props {
  toAssure: NonNullable<ReviewPage['toAssure']>;
  sha256: string;
  path: string;
  noun: string;
  errors?: FormError[];
  values?: Typed;
}

/** The second line's word on a decision: let it stand, send it back to its signer, or stop it. */
export const AssuranceForm = ({ toAssure, sha256, path, noun, errors = [], values = {} }: Props) => (
  <>
    <p>{`${toAssure.by} ${toAssure.outcome} on ${day(dayOf(toAssure.at))}. `}<Link to={`${path}/decision/record/${toAssure.decisionId}`}>Read the decision record</Link></p>
    <Form method="post" action={`${path}/assurance`} noValidate>
      <input type="hidden" name="sha256" value={values.sha256 ?? sha256} />
      <Question id="act" as="fieldset" size="s" title="What do you decide?" {...errorAt(errors, 'act')}>
        <ChoiceField
          name="act" defaultValue={values.act ?? ''}
          choices={[
            { value: 'assure', label: 'Assure', hint: 'The decision stands, and the next stages open' },
            { value: 'query', label: 'Query', hint: `The ${noun} goes back to ${toAssure.by} to decide again` },
            { value: 'stop', label: 'Stop', hint: 'The decision is declined and the case ends' },
          ]}
        />
      </Question>
      <Question id="reason" as="field" size="s" title="Your reason" hint="Needed to query or stop" {...errorAt(errors, 'reason')}>
        <LongTextField name="reason" rows={4} defaultValue={values.reason ?? ''} />
      </Question>
      <Buttons><PrimaryButton>Record your decision</PrimaryButton></Buttons>
    </Form>
  </>
);
