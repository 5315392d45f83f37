import type { DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { Inset } from '#app/ui/inset.tsx';

/** What others must do before this can be signed, said before anybody has gone through all the pages. */
export function Waits({ desk: { waits, draft } }: { desk: DecisionDesk }) {
  const approves = !draft.outcome || draft.outcome === 'approved' || draft.outcome === 'approvedWithConditions';
  const missing = draft.outcome === 'deferred' ? [] : [...waits.toSign, ...(approves ? waits.toApprove : [])];
  if (missing.length === 0) return null;
  return <Inset><p><strong>You cannot sign this yet.</strong> You can go on, and what you choose is kept.</p><ul>{missing.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></Inset>;
}
