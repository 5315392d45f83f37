import { Link } from '@remix-run/react';
import type { QuestionView } from '#app/domain/answers/section-page.server.ts';
import type { Editing } from '#app/domain/live/presence.server.ts';
import { day, time, dayOf } from '#app/lib/dates.ts';
import { typedRows } from '#workflows/typed.ts';
import classes from './asked-question.module.css';
import { AnswerField, isGroup } from './answer-field.tsx';
import { SecondaryButton } from './buttons.tsx';
import { Catcher, type CaughtNow } from './catcher.tsx';
import { ChoicesField } from './choice-field.tsx';
import { Comments } from './comments.tsx';
import { Collision } from './collision.tsx';
import { DateField } from './date-field.tsx';
import { Details } from './details.tsx';
import { Findings } from './findings.tsx';
import { Inset } from './inset.tsx';
import type { DrawnView } from './latest-views.ts';
import { Question } from './question.tsx';
import { SharedAnswer } from './shared-answer.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  view: DrawnView;
  caseId: string;
  stage: string;
  editable: boolean;
  revision: number;
  errors: { id: string; message: string }[];
  /** Somebody else who is writing here now. */
  editing?: Editing | undefined;
  /** Rows asked for beyond those saved. */
  extraRows: number;
  caught: CaughtNow;
}

/** One question of a section with everything around it: carried answers, checks, files, promises, comments, collisions. */
export function AskedQuestion({ view, caseId, stage, editable, revision, errors, editing, extraRows, caught }: Props) {
  const { question, typed } = view;
  const bySuffix = Object.fromEntries(errors.map((e) => [e.id.slice(question.key.length + 1), e.message]));
  const rows = Math.max(typedRows(typed), extraRows, question.minRows ?? 1);
  const message = bySuffix[''] ?? (question.type === 'table' || question.type === 'person' ? undefined : errors[0]?.message);
  const { title, why, hint, help, optional } = question;
  const example = view.example?.text ?? question.example;
  return (
    <Question
      id={question.key} title={title} as={isGroup(question) || question.type === 'file' || question.type === 'computed' ? 'fieldset' : 'field'}
      {...(why && { why })} {...(hint && { hint })} {...(help && { help })} {...(example && { example })} {...(view.example && { exampleOf: view.example })} {...(optional && { optional })} {...(message && { error: message })}
      aside={<Comments comments={view.comments} more={view.more} caseId={caseId} stage={stage} question={question.key} title={title} editable={editable} />}
    >
      {view.guidance.length ? <Details summary={`Guidance from a mentor${view.guidance.length > 1 ? ` (${view.guidance.length})` : ''}`}>{view.guidance.map((answer) => <SharedAnswer key={answer.id} answer={answer} />)}</Details> : null}
      {view.carried ? <Inset><p>{view.carried}</p></Inset> : null}
      {view.collisions.map((collision) => <Collision key={collision.id} collision={collision} caseId={caseId} />)}
      {editing ? <p className={classes.editing}><strong>{editing.name}</strong>{` is editing this now, since ${editing.since}`}</p> : null}
      {view.overtaken ? <Overtaken by={view.overtaken.by} at={view.overtaken.at} to={`/cases/${caseId}/answers/${question.key}`} /> : null}
      {view.computed ? <Computed {...view.computed} /> : null}
      {question.type === 'file' ? <Files view={view} caseId={caseId} editable={editable} /> : null}
      {question.type === 'computed' ? null : (
        <fieldset disabled={!editable} className={classes.plain}>
          <input type="hidden" name={`${question.key}.revision`} value={revision} />
          {question.type === 'table' ? <input type="hidden" name={`${question.key}.rows`} value={rows} /> : null}
          <AnswerField question={question} typed={typed} errors={bySuffix} rows={rows} />
          <NotNow view={view} bySuffix={bySuffix} />
        </fieldset>
      )}
      <Findings findings={view.findings} />
      <Catcher view={view} caseId={caseId} editable={editable} caught={caught} />
      {view.changed ? <p className={`small ${classes.changed}`}>{`Changed by ${view.changed.by}, ${day(dayOf(view.changed.at))} at ${time(view.changed.at)}. `}<Link to={`/cases/${caseId}/answers/${question.key}`}>Earlier wording<span className="visually-hidden">{` of ${title}`}</span></Link></p> : null}
    </Question>
  );
}

const Overtaken = ({ by, at, to }: { by: string; at: string; to: string }) => (
  <Inset><p>{`${by} changed this answer at ${time(at)}, while you were writing. Your words are kept beside theirs when they are saved. `}<Link to={to} target="_blank">See the answer now (opens in new tab)</Link></p></Inset>
);

const Computed = ({ words, working }: { words: string; working: string }) => (
  <p className={classes.computed}><strong>{words || 'Not worked out yet'}</strong><span>{working}</span></p>
);

function Files({ view, caseId, editable }: Pick<Props, 'view' | 'caseId' | 'editable'>) {
  return (
    <>
      {view.documents.length === 0 ? <p>No file yet.</p> : null}
      <ul>{view.documents.map((d) => <li key={d.id}><Link to={`/cases/${caseId}/documents/${d.id}`}>{d.title}</Link>{` (${d.fileName})`}</li>)}</ul>
      {editable ? <SecondaryButton name="intent" value={`add-file:${view.question.evidence}`}>Save and add a file</SecondaryButton> : null}
    </>
  );
}

function NotNow({ view, bySuffix }: { view: QuestionView; bySuffix: Record<string, string> }) {
  const { question, typed } = view;
  const state = typed.state ?? [];
  const part = (name: string) => typed[`knownBy.${name}`]?.[0] ?? '';
  if (!question.unknown && !question.notApplicable) return null;
  const wrong = Object.keys(bySuffix).some((suffix) => suffix.startsWith('knownBy') || suffix === 'reason');
  return (
    <Details summary={question.unknown ? 'We do not know yet' : 'This does not apply to us'} open={state.length > 0 || wrong}>
      {question.unknown ? (
        <>
          <ChoicesField name={`${question.key}.state`} id={`${question.key}.state`} defaultValue={state} choices={[{ value: 'unknown', label: 'We do not know this yet' }]} />
          <fieldset>
            <legend>When will you know?</legend>
            <DateField name={`${question.key}.knownBy`} id={`${question.key}.knownBy.day`} defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} />
          </fieldset>
        </>
      ) : null}
      {question.notApplicable ? (
        <>
          <ChoicesField name={`${question.key}.state`} id={`${question.key}.state-na`} defaultValue={state} choices={[{ value: 'notApplicable', label: 'This does not apply to us' }]} />
          <label htmlFor={`${question.key}.reason`}>Why it does not apply</label>
          <TextField name={`${question.key}.reason`} id={`${question.key}.reason`} defaultValue={typed.reason?.[0] ?? ''} />
        </>
      ) : null}
    </Details>
  );
}
