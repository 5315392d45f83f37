import type { StageKey } from './definition.ts';

/** The nine stages for somebody who is in no case: what each is called and what it is for, in order. */
export const STAGE_WORDS: readonly { key: StageKey; title: string; words: string }[] = [
  { key: 'readiness', title: 'Readiness check', words: 'Is this right for your team?' },
  { key: 'proposal', title: 'Proposal', words: 'Ask for permission to develop a case' },
  { key: 'business-case', title: 'Business case', words: 'Show that the service and the money work' },
  { key: 'governance', title: 'Governance and legal form', words: 'Choose who owns it and who runs it' },
  { key: 'workforce', title: 'Staff and TUPE', words: 'Tell, ask and move the staff lawfully' },
  { key: 'contract', title: 'Contract and benefits', words: 'Agree what is bought and what is promised' },
  { key: 'failure-plan', title: 'Failure plan', words: 'Keep essential services going, whatever happens' },
  { key: 'transfer', title: 'Transfer and go-live', words: 'Move over on the agreed day' },
  { key: 'review', title: 'Benefit review', words: 'See whether the promises came true' },
];

export const stageTitle = (key: string): string => STAGE_WORDS.find((stage) => stage.key === key)?.title ?? key;
