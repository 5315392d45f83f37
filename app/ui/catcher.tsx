import { Link } from '@remix-run/react';
import type { QuestionView } from '#app/domain/answers/section-page.server.ts';
import classes from './catcher.module.css';
import { SecondaryButton } from './buttons.tsx';
import { Details } from './details.tsx';
import { Question } from './question.tsx';
import { TextField } from './text-field.tsx';

/** What came back with the page about promises: what was typed, what is to be mended, and the record just made. */
export interface CaughtNow {
  typed: Record<string, string>;
  errors: readonly { id: string; message: string }[];
  added: string;
}
interface Props {
  view: QuestionView;
  caseId: string;
  editable: boolean;
  caught: CaughtNow;
}

/** Promises made in prose become records: two fields inside the section's own form, so that whatever saves the answer saves them too. */
export function Catcher({ view: { question, benefits, catcher }, caseId, editable, caught }: Props) {
  if (!catcher || (!editable && benefits.length === 0)) return null;
  const messageAt = (id: string) => caught.errors.find((error) => error.id === id)?.message;
  const [title, beneficiary] = [messageAt(catcher.title), messageAt(catcher.beneficiary)];
  const typed = caught.typed[catcher.title] ?? caught.typed[catcher.beneficiary];
  return (
    <div className={classes.catcher}>
      {benefits.length ? <p>Promised in this answer:</p> : null}
      {benefits.length ? (
        <ul>
          {benefits.map((b) => (
            <li key={b.id}>{b.id === caught.added ? <strong>Added: </strong> : null}<Link to={`/cases/${caseId}/benefits/${b.id}`}>{b.title}</Link></li>
          ))}
        </ul>
      ) : null}
      {editable ? (
        // A new record clears the two fields; nothing else does.
        <Details key={benefits.length} summary={<>Have you promised a benefit in this answer?<span className="visually-hidden">{` ${question.title}`}</span></>} open={typed !== undefined || title !== undefined || beneficiary !== undefined}>
          <Question id={catcher.title} as="field" size="s" title="What will get better?" hint="For example, shorter waits for a first physiotherapy appointment" {...(title && { error: title })}>
            <TextField name={catcher.title} defaultValue={caught.typed[catcher.title] ?? ''} />
          </Question>
          <Question id={catcher.beneficiary} as="field" size="s" title="For whom?" hint="For example, adults referred by their GP" {...(beneficiary && { error: beneficiary })}>
            <TextField name={catcher.beneficiary} defaultValue={caught.typed[catcher.beneficiary] ?? ''} />
          </Question>
          <SecondaryButton name="intent" value={`add-benefit:${question.key}`}>Add it to your benefits</SecondaryButton>
        </Details>
      ) : null}
    </div>
  );
}
