import { Form } from '@remix-run/react';
import type { StatementDesk } from '#app/domain/statements/statement-pages.server.ts';
import { errorAt, type FormError } from '#app/lib/forms.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';

interface Props {
  desk: StatementDesk;
  words: string;
  chosen: readonly string[];
  errors: readonly FormError[];
  /** A preview stands above it already. */
  again?: boolean;
}

/** What its owners choose. Sent, it shows a preview and publishes nothing. */
export const StatementForm = ({ desk, words, chosen, errors, again }: Props) => (
  <Form method="post" action={`/cases/${desk.case.id}/statement`} noValidate className="flow">
    <Question id="words" as="field" title="In your own words" hint="One paragraph, for people who do not know you" {...errorAt(errors, 'words')}><LongTextField name="words" rows={7} defaultValue={words} /></Question>
    {desk.stories.length ? (
      <Question id="stories" as="fieldset" title="Which stories do you want to show?" hint={desk.kept ? `${desk.kept} more may not be shown outside` : ''} optional {...errorAt(errors, 'stories')}>
        <ChoicesField name="stories" choices={desk.stories.map(({ id, label, text }) => ({ value: id, label, hint: text.length > 200 ? `${text.slice(0, 200)}…` : text }))} defaultValue={chosen} />
      </Question>
    ) : <p>{desk.kept ? 'None of the evidence in words may be shown outside.' : 'There are no stories yet. Add them to a benefit, with consent, and they can be shown here.'}</p>}
    <Buttons>{again ? <SecondaryButton>Preview it again</SecondaryButton> : <PrimaryButton>Preview the statement</PrimaryButton>}</Buttons>
  </Form>
);
