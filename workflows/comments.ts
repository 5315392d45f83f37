export const COMMENT_KINDS = {
  question: { title: 'Question', hint: 'You want to know something' },
  suggestion: { title: 'Suggestion', hint: 'You offer other words; the team chooses' },
  mustChange: { title: 'Must change', hint: 'The team must say what it changed before it can send again' },
} as const;
export type CommentKind = keyof typeof COMMENT_KINDS;

export const COMMENT_STATES = { open: 'Open', answered: 'Answered', settled: 'Settled' } as const;

/** Who sees a comment beside its writer. */
export const AUDIENCES = {
  team: { title: 'Your team', words: 'Only the team sees this' },
  mentor: { title: 'Your team and its mentor', words: 'The team and its mentor see this, and the support unit' },
  reviewers: { title: 'Your team and the people who review and decide', words: 'The team and the people who review and decide see this' },
} as const;
export type Audience = keyof typeof AUDIENCES;
