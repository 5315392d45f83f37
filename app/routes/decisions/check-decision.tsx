import { Form, Link } from '@remix-run/react';
import type { DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { BLOCKS, CHANGE, DECLINE_REASONS, OUTCOME_WORDS, VERDICTS, type Outcome } from '#app/domain/decisions/decisions.schema.ts';
import { day } from '#app/lib/dates.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { Buttons, PrimaryButton, WarningButton } from '#app/ui/buttons.tsx';
import { TickField } from '#app/ui/choice-field.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { MailedTo } from '#app/ui/mailed-to.tsx';
import { Page } from '#app/ui/page.tsx';
import { PasswordField } from '#app/ui/password-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/summary-list.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import classes from './decisions.module.css';
import { ForYouToKnow } from './for-you-to-know.tsx';
import { CodeQuestion } from '../people/code-question.tsx';
import { decisionPath, stepBefore } from './steps.ts';
import { Waits } from './waits.tsx';

export interface CheckDecisionProps {
  desk: DecisionDesk & { draft: { outcome: Outcome } };
  /** Ties a press of the button to its one effect. */
  formKey: string;
  /** The password was not given lately, so the signature asks for it. */
  asksPassword: boolean;
  /** And a code from the signer's app with it. */
  asksCode: boolean;
  errors?: FormError[];
  values?: Typed;
}

/** The last page before a decision is recorded: everything chosen, who signs, and two boxes nobody ticks for them. */
export function CheckDecision({ desk, formKey, asksPassword, asksCode, errors = [], values = {} }: CheckDecisionProps) {
  const base = decisionPath(desk.case.id, desk.stage.key);
  return (
    <Page title="Check your decision" back={stepBefore(base, desk.draft.outcome, 'check')} errors={errors} wide lead={<p>Nothing is sent until you press the button at the bottom.</p>}>
      <Columns aside={<><WhatNext desk={desk} /><ForYouToKnow desk={desk} /></>} label="What happens next">
        <Waits desk={desk} />
        <SummaryList rows={rowsOf(desk, base)} />
        <Form method="post" action={`${base}/signature`} noValidate className={`${classes.sign} flow`}>
          <h2>Your signature</h2>
          <p><strong>{desk.signer.name}</strong>{[desk.signer.jobTitle, desk.signer.organisation].filter(Boolean).map((word) => `, ${word}`).join('')}</p>
          <input type="hidden" name="sha256" value={values.sha256 ?? desk.version.sha256} />
          <input type="hidden" name="key" value={values.key ?? formKey} />
          <Boxes desk={desk} errors={errors} values={values} />
          <Question id="onBehalfOf" as="field" size="s" optional title="Recorded for a board" hint="For example the board of 6 May 2026, minute 7" {...errorAt(errors, 'onBehalfOf')}>
            <TextField name="onBehalfOf" defaultValue={values.onBehalfOf ?? (desk.draft.onBehalfOf || (desk.board?.onBehalfOf ?? ''))} />
          </Question>
          {desk.board && desk.draft.outcome !== 'deferred' ? (
            <Question id="minutes" as="field" size="s" title="Reference of the board minutes" hint="Where somebody finds them years from now, like minute 7 of 6 May 2026" {...errorAt(errors, 'minutes')}>
              <TextField name="minutes" defaultValue={values.minutes ?? desk.draft.minutes} />
            </Question>
          ) : null}
          {asksPassword ? (
            <Question id="password" as="field" size="s" title="Your password" hint="You gave it some time ago, so we ask again before you sign" {...errorAt(errors, 'password')}>
              <PasswordField name="password" autoComplete="current-password" />
            </Question>
          ) : null}
          {asksCode ? <CodeQuestion errors={errors} /> : null}
          {desk.draft.outcome === 'declined' ? <Inset><p>{`Are you sure you want to decline this ${desk.stage.noun}? The team would need to start a new one.`}</p></Inset> : null}
          <Buttons>
            {desk.draft.outcome === 'declined' ? <WarningButton>{buttonFor(desk)}</WarningButton> : <PrimaryButton>{buttonFor(desk)}</PrimaryButton>}
            <Link to={`/cases/${desk.case.id}/stages/${desk.stage.key}/review`}>Save and come back later</Link>
          </Buttons>
        </Form>
      </Columns>
    </Page>
  );
}

function Boxes({ desk, errors, values }: Required<Pick<CheckDecisionProps, 'desk' | 'errors' | 'values'>>) {
  const { error } = errorAt(errors, 'read');
  const body = desk.signer.organisation || `the ${desk.case.title} approver`;
  const described = error ? { describedBy: 'read-error', invalid: true } : {};
  return (
    <fieldset className={classes.boxes} data-error={error ? true : undefined}>
      <legend className="visually-hidden">Declaration</legend>
      {error ? <p className={classes.error} id="read-error"><span className="visually-hidden">Error: </span>{error}</p> : null}
      <TickField name="read" label="I have read the summary and the criteria" defaultChecked={values.read === 'yes'} {...described} />
      <TickField name="allowed" label={desk.signer.organisation ? `I am allowed to make this decision for ${body}` : 'I am allowed to make this decision'} defaultChecked={values.allowed === 'yes'} {...described} />
    </fieldset>
  );
}

/** The button says the act. */
function buttonFor({ draft, stage }: CheckDecisionProps['desk']): string {
  switch (draft.outcome) {
    case 'approved': return `Approve this ${stage.noun}`;
    case 'approvedWithConditions': return `Approve with ${counted(draft.conditions.length, 'condition')}`;
    case 'changesRequested': return 'Request changes';
    case 'declined': return `Decline this ${stage.noun}`;
    case 'deferred': return draft.until ? `Move the decision to ${day(draft.until)}` : 'Move the decision';
  }
}

function rowsOf(desk: CheckDecisionProps['desk'], base: string): SummaryRow[] {
  const { draft } = desk;
  const row = (key: string, value: SummaryRow['value'], step?: string, hidden = key.toLowerCase()): SummaryRow => ({ key, value, ...(step !== undefined && { change: { to: base + step, hidden } }) });
  const judged = new Map(draft.criteria.map((c) => [c.criterion, c]));
  const note = (key: string, step: string) => (draft.note ? [row(key, draft.note, step)] : []);
  return [
    row('Case', desk.case.title),
    row('Stage', `${desk.stage.title}, version ${desk.version.number}`),
    row('Decision', OUTCOME_WORDS[draft.outcome].title, ''),
    ...(draft.outcome === 'deferred' ? [] : desk.criteria.map((c) => criterionRow(c, judged.get(c.key), base))),
    ...(draft.outcome === 'approved' || draft.outcome === 'approvedWithConditions' ? note('Note', '/criteria') : []),
    ...conditionRows(desk, base),
    ...reasonRows(desk, row),
    ...(draft.outcome === 'declined' ? note('What would change your mind', '/reasons') : []),
    ...(draft.outcome === 'deferred' ? [row('New date', draft.until ? day(draft.until) : 'Not set yet', '/reasons'), ...note('Reason', '/reasons')] : []),
    row('Comments', desk.drafts === 0 ? 'None to send' : `${counted(desk.drafts, 'comment')} will be sent`),
  ];
}

function criterionRow(criterion: DecisionDesk['criteria'][number], judged: DecisionDesk['draft']['criteria'][number] | undefined, base: string): SummaryRow {
  if (!judged?.verdict) return { key: criterion.title, empty: { to: `${base}/criteria`, label: 'Give a verdict' } };
  const words = VERDICTS.find(([key]) => key === judged.verdict)![1];
  return { key: criterion.title, value: <><p><strong>{words}</strong></p>{judged.note ? <p className="small">{judged.note}</p> : null}</>, change: { to: `${base}/criteria`, hidden: `the verdict: ${criterion.title}` } };
}

function conditionRows({ draft, owners }: CheckDecisionProps['desk'], base: string): SummaryRow[] {
  if (draft.outcome !== 'approvedWithConditions') return [];
  if (draft.conditions.length === 0) return [{ key: 'Conditions', empty: { to: `${base}/conditions`, label: 'Add a condition' } }];
  return draft.conditions.map((c, i) => ({
    key: `Condition ${i + 1}`,
    value: <><p>{c.text}</p><p className="small">{`Evidence: ${c.evidence}. ${owners.find((o) => o.id === c.ownerId)?.name ?? 'Somebody'}, by ${day(c.dueOn)}.${c.blocks === 'nothing' ? '' : ` Before: ${BLOCKS.find(([key]) => key === c.blocks)![1].toLowerCase()}.`}`}</p></>,
    change: { to: `${base}/conditions/${i + 1}`, hidden: `condition ${i + 1}` },
  }));
}

function reasonRows({ draft, mustChanges }: CheckDecisionProps['desk'], row: (key: string, value: SummaryRow['value'], step?: string) => SummaryRow): SummaryRow[] {
  if (draft.outcome === 'changesRequested') {
    const own = draft.reasons.filter((r) => r.code === CHANGE);
    const items = [...mustChanges.map((c) => `${c.title}: ${c.text}`), ...own.map((r) => r.text)];
    return [row('What must change', items.length ? <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul> : 'Nothing named yet', '/reasons'), ...(draft.limited ? [row('Other answers', 'Must stay as they were sent', '/reasons')] : [])];
  }
  if (draft.outcome !== 'declined') return [];
  const own = draft.reasons.filter((r) => r.code !== CHANGE);
  return [row('Reasons', own.length ? <ul>{own.map((r) => <li key={r.code}>{`${DECLINE_REASONS.find(([code]) => code === r.code)?.[1] ?? r.code}${r.text ? `: ${r.text}` : ''}`}</li>)}</ul> : 'None selected yet', '/reasons')];
}

function WhatNext({ desk }: { desk: CheckDecisionProps['desk'] }) {
  const { outcome } = desk.draft;
  const approving = outcome === 'approved' || outcome === 'approvedWithConditions';
  return (
    <>
      <h2>What happens next</h2>
      <ul>
        <MailedTo mailed={desk.mailed} />
        {approving && desk.needsAssurance ? <li>{`The second line must assure it before it stands${desk.assuranceWhy ? `: ${desk.assuranceWhy}` : ''}`}</li> : null}
        {approving && desk.opensNext.length ? <li>{`These stages may open: ${desk.opensNext.join(', ')}`}</li> : null}
        {outcome === 'approvedWithConditions' ? <li>Each condition shows as its owner's to meet, then yours to check</li> : null}
        {outcome === 'changesRequested' ? <li>{`The ${desk.stage.noun} comes back to you when the team has answered`}</li> : null}
        {outcome === 'declined' ? <li>The case ends. Its answers are kept</li> : null}
        {outcome === 'deferred' ? <li>It stays with you until the new date</li> : <li>A decision record is kept</li>}
      </ul>
    </>
  );
}
