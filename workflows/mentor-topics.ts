/** What a mentor may help with. The keys are shared by the readiness check, the proposal and the matching of mentors. */
export const MENTOR_TOPICS = [
  { key: 'business-planning', title: 'Business planning' },
  { key: 'finance-cashflow', title: 'Finance and cash flow' },
  { key: 'legal-form', title: 'Legal form' },
  { key: 'governance-board', title: 'Governance and the board' },
  { key: 'tupe-hr', title: 'TUPE and staff matters' },
  { key: 'pensions', title: 'Pensions' },
  { key: 'staff-engagement', title: 'Involving staff' },
  { key: 'union-relations', title: 'Working with unions' },
  { key: 'contract-negotiation', title: 'Agreeing a contract' },
  { key: 'benefits-measurement', title: 'Measuring benefits' },
  { key: 'social-value', title: 'Social value' },
  { key: 'estates', title: 'Buildings and leases' },
  { key: 'it-ig', title: 'IT and information governance' },
  { key: 'cqc-registration', title: 'Registering with the Care Quality Commission' },
  { key: 'insurance-indemnity', title: 'Insurance and indemnity' },
  { key: 'mobilisation', title: 'Getting ready to start' },
  { key: 're-tender', title: 'Bidding again when a contract ends' },
  { key: 'failure-recovery', title: 'When a service is in trouble' },
  { key: 'commissioning-process', title: 'How commissioning works' },
  { key: 'bid-writing', title: 'Writing bids' },
  { key: 'user-involvement', title: 'Involving patients and the public' },
] as const;
export type MentorTopic = (typeof MENTOR_TOPICS)[number]['key'];
export const topicTitle = (key: string): string => MENTOR_TOPICS.find((topic) => topic.key === key)?.title ?? key;

/** The skills a team rates, and the topics a gap in each points to. */
export const SKILLS: readonly { key: string; title: string; topics: readonly MentorTopic[] }[] = [
  { key: 'finance', title: 'Finance', topics: ['business-planning', 'finance-cashflow'] },
  { key: 'hr', title: 'Human resources', topics: ['tupe-hr', 'pensions'] },
  { key: 'legal', title: 'Legal', topics: ['legal-form'] },
  { key: 'governance', title: 'Governance', topics: ['governance-board'] },
  { key: 'commercial', title: 'Commercial', topics: ['contract-negotiation', 'bid-writing'] },
  { key: 'clinical-governance', title: 'Clinical governance', topics: ['cqc-registration'] },
  { key: 'it', title: 'IT', topics: ['it-ig'] },
  { key: 'comms', title: 'Communications', topics: ['staff-engagement', 'user-involvement'] },
  { key: 'data', title: 'Data', topics: ['benefits-measurement'] },
];
