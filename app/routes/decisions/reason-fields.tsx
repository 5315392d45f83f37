import { Link } from '@remix-run/react';
import type { DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { CHANGE, DECLINE_REASONS } from '#app/domain/decisions/decisions.schema.ts';
import { chosen, errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import classes from './decisions.module.css';

interface Props {
  desk: DecisionDesk;
  errors: FormError[];
  values: Typed;
}

/** What the team must change: the comments marked so are there ready-made. */
export const ChangeReasons = ({ desk, errors, values }: Props) => (
  <>
    {desk.mustChanges.length ? (
      <>
        <h2>From your comments</h2>
        <ul>{desk.mustChanges.map((c) => <li key={c.id}><Link to={`/cases/${desk.case.id}/comments/${c.id}`}>{c.title}</Link>{`: ${c.text}`}</li>)}</ul>
      </>
    ) : <p>You have marked no comment "Must change". <Link to={`/cases/${desk.case.id}/stages/${desk.stage.key}/review`}>Mark one on the answer it is about</Link>, so that the team answers it there.</p>}
    <Question id="changes" as="field" title="Anything else that must change" optional={desk.mustChanges.length > 0} hint="One change on each line" {...errorAt(errors, 'changes')}>
      <LongTextField name="changes" defaultValue={values.changes ?? desk.draft.reasons.filter((r) => r.code === CHANGE).map((r) => r.text).join('\n')} />
    </Question>
    <Question id="limited" as="fieldset" size="s" title="May other answers change too?" optional hint="When limited, the team can send it again only with every other answer as it was" {...errorAt(errors, 'limited')}>
      <ChoicesField name="limited" defaultValue={(values.changes === undefined ? desk.draft.limited === true : values.limited === 'yes') ? ['yes'] : []} choices={[{ value: 'yes', label: 'Only the answers with a comment marked "Must change" may change' }]} />
    </Question>
  </>
);

/** Coded reasons with a few words on each, and what would change the signer's mind. */
export function DeclineReasons({ desk, errors, values }: Props) {
  const kept = new Map(desk.draft.reasons.map((r) => [r.code, r.text]));
  const ticked = values.note === undefined ? [...kept.keys()] : chosen(values, 'reasons');
  return (
    <>
      <Question id="reasons" as="fieldset" title="Why do you decline it?" hint="Select all that apply" {...errorAt(errors, 'reasons')}>
        <ChoicesField
          name="reasons" defaultValue={ticked}
          choices={DECLINE_REASONS.map(([code, title]) => ({
            value: code, label: title,
            below: <div className={classes.below}><label htmlFor={`text-${code}`}>In your words<span className="visually-hidden">{`: ${title}`}</span></label><TextField name={`text-${code}`} id={`text-${code}`} invalid={false} defaultValue={values[`text-${code}`] ?? kept.get(code) ?? ''} /></div>,
          }))}
        />
      </Question>
      <Question id="note" as="field" title="What would change your mind?" why="The team may start again. Say what you would need to see." {...errorAt(errors, 'note')}>
        <LongTextField name="note" defaultValue={values.note ?? desk.draft.note} />
      </Question>
    </>
  );
}

/** A new date for the decision, and why. */
export function DeferReasons({ desk, errors, values }: Props) {
  const [year = '', month = '', day = ''] = (desk.draft.until ?? '').split('-');
  const part = (name: string, kept: string) => values[`until.${name}`] ?? (kept && String(Number(kept)));
  return (
    <>
      <Question id="until" as="fieldset" title="The new date" hint="For example 27 3 2027" {...errorAt(errors, 'until')}>
        <DateField name="until" defaultValue={{ day: part('day', day), month: part('month', month), year: part('year', year) }} />
      </Question>
      <Question id="note" as="field" title="Why do you need longer?" why="The team is told." {...errorAt(errors, 'note')}>
        <LongTextField name="note" defaultValue={values.note ?? desk.draft.note} />
      </Question>
    </>
  );
}
