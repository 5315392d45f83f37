/** Every state name ever released, by machine. Names are only added; one that goes needs a migration of its rows. */
export const released = {
  case: ['idea', 'developing', 'mobilising', 'authorised', 'live', 'paused', 'frozen', 'declined', 'withdrawn', 'closed', 'woundUp', 'returned', 'merged'],
  stage: ['notOpen', 'drafting', 'sent', 'inReview', 'deferred', 'inAssurance', 'changesRequested', 'approvedWithConditions', 'approved', 'declined', 'finished'],
  condition: ['proposed', 'disputed', 'open', 'evidenceSent', 'met', 'notMet', 'waived', 'lapsed'],
  benefit: ['promised', 'measurable', 'contracted', 'notContracted', 'measuring', 'judged', 'withdrawn'],
  mentoring: ['suggested', 'requested', 'accepted', 'trial', 'active', 'paused', 'ended', 'declined', 'withdrawn', 'lapsed', 'passedOver'],
} as const;
