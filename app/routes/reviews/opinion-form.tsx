import { Form } from '@remix-run/react';
import type { ReviewPage } from '#app/domain/stages/review-page.server.ts';
import { VERDICT_TITLES } from '#app/domain/stages/reviews.policy.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { moment } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import classes from './reviews.module.css';

const SUPPORT = (['supported', 'supportedWithComments', 'notSupported'] as const).map((value) => ({ value, label: VERDICT_TITLES[value] }));

interface Props {
  mine: NonNullable<ReviewPage['mine']>;
  /** Of the version that was read. */
  sha256: string;
  action: string;
  /** Comments of the reviewer's own that go out with it. */
  drafts: number;
  errors?: FormError[];
  values?: Typed;
}

/** A specialist's view of one version. Staff side files a statement, which is attached as it was written. */
export function OpinionForm({ mine, sha256, action, drafts, errors = [], values = {} }: Props) {
  const statement = mine.role === 'staffSide';
  const kept = { verdict: mine.draft?.verdict, comment: mine.draft?.comment, ...Object.fromEntries((mine.draft?.criteria ?? []).map((c) => [`criterion-${c.criterion}`, c.verdict])), ...values } as Typed;
  return (
    <Form method="post" action={action} noValidate>
      <input type="hidden" name="role" value={mine.role} />
      <input type="hidden" name="sha256" value={values.sha256 ?? sha256} />
      {mine.draft ? <p className="small">{`Your draft, saved ${moment(mine.draft.at)}. Only you see it.`}</p> : null}
      {statement ? <input type="hidden" name="verdict" value="statement" /> : (
        <Question id="verdict" as="fieldset" size="s" title="Do you support it?" {...errorAt(errors, 'verdict')}>
          <ChoiceField name="verdict" defaultValue={kept.verdict ?? ''} choices={SUPPORT} />
        </Question>
      )}
      {mine.criteria.length ? (
        <fieldset className={classes.criteria}>
          <legend>Criteria you have a view on</legend>
          <p className="small">Leave out those that are not for you to judge.</p>
          {mine.criteria.map(({ key, title }) => (
            <Question key={key} id={`criterion-${key}`} as="field" size="s" title={title} optional>
              <SelectField name={`criterion-${key}`} empty="No view" options={SUPPORT} defaultValue={kept[`criterion-${key}`] ?? ''} />
            </Question>
          ))}
        </fieldset>
      ) : null}
      <Question id="comment" as="field" size="s" title={statement ? 'Your statement' : 'What you found'} hint={statement ? 'It is attached as you write it, and nobody edits it' : 'Needed unless you support it without comments'} {...errorAt(errors, 'comment')}>
        <LongTextField name="comment" defaultValue={kept.comment ?? ''} words={800} />
      </Question>
      <p className="small">{`The approver sees your review at once. It is advice: the decision is theirs.${drafts ? ` ${counted(drafts, 'draft comment')} of yours will be sent with it.` : ''}`}</p>
      <Buttons><PrimaryButton>{`Send your ${mine.title.toLowerCase()}`}</PrimaryButton><SecondaryButton name="intent" value="later">Save and come back later</SecondaryButton></Buttons>
    </Form>
  );
}
