/** What the record says at the top when somebody comes back from one of its forms. */
export const DONE: Record<string, string> = {
  promised: 'The benefit is on record. Say next how it is measured.',
  measure: 'How it is measured is saved.',
  library: 'The measure is copied from the library.',
  worth: 'What it is compared with and worth is saved.',
  owners: 'Who owns it is saved.',
  contract: 'The decision about the contract is recorded.',
  agreed: 'You have agreed that this stays out of the contract.',
  asked: 'The change is asked for. Nothing changes until the other side agrees.',
  answered: 'Your answer is recorded.',
  withdrawn: 'The promise is withdrawn.',
  reinstated: 'The promise is taken up again.',
};
