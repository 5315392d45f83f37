/** What each specialist review is called. Staff side files a statement, attached unedited. */
export const REVIEW_TITLES = {
  finance: 'Finance review',
  hr: 'Workforce review',
  quality: 'Clinical quality review',
  legal: 'Legal and procurement review',
  support: 'Support unit check',
  staffSide: 'Staff side statement',
} as const;

export const VERDICT_TITLES = {
  supported: 'Supported',
  supportedWithComments: 'Supported with comments',
  notSupported: 'Not supported',
  statement: 'Statement filed',
} as const;
