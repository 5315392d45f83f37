import { addDays } from '#workflows/dates.ts';
import type { Asker } from '#tests/setup/site-world.ts';
import { get, inCase, open, post, TEAM, type Access } from './access.kit.ts';

const SEE: readonly Asker[] = [...TEAM, 'staffSide', 'support', 'auditor'];
const NOT_LEAD = SEE.filter((who) => who !== 'lead');
const seen = inCase(404, { 200: SEE });
const leads = (answer: number) => inCase(404, { 403: NOT_LEAD, [answer]: ['lead'] });
const ALL = '/cases/:case/ballot';
const AT = '/cases/{case}/ballot';
const today = new Date().toISOString().slice(0, 10);
const ballot = { question: 'Should we go?', method: 'ballot', opensOn: addDays(today, 20), closesOn: addDays(today, 30), threshold: '51', runBy: 'joint', runner: 'Ada Brook', electors: 'a@wards.example\nb@wards.example' };
const STATEMENT = '/cases/:case/stages/:stage/statement';
const PARTNERS = '/cases/:case/stages/:stage/partners';
const CONFIRM = '/cases/:case/stages/:stage/confirmation';
const DRAFT = '/cases/{case}/stages/governance';
const READ_DRAFTS: readonly Asker[] = [...TEAM, 'support', 'auditor'];
const VOTE = '/vote/:token';

/** Ballots of staff, the statement of staff side and partners who confirm: read by the team, staff side and those who look on, led by the lead; voted in by whoever holds a link. */
export const ballots: readonly Access[] = [
  get(ALL, AT, seen),
  get(`${ALL}/new`, `${AT}/new`, leads(200)),
  post(`${ALL}/new`, `${AT}/new`, ballot, leads(409)), // one is open already
  post(`${ALL}/new`, `${AT}/new`, { ...ballot, electors: 'nobody' }, leads(422)),
  get(`${ALL}/:ballot/cancellation`, `${AT}/{ballot}/cancellation`, leads(200)),
  post(`${ALL}/:ballot/cancellation`, `${AT}/{ballot}/cancellation`, { reason: 'The question was wrong' }, leads(302)),
  get(`${ALL}/:ballot/use`, `${AT}/{ballot}/use`, seen),
  post(`${ALL}/:ballot/use`, `${AT}/{ballot}/use`, {}, inCase(404, { 403: ['staffSide', 'support', 'auditor'], 422: TEAM })),
  // The workforce plan is with its approver here, so its statement stands.
  get(STATEMENT, '/cases/{case}/stages/workforce/statement', inCase(403)),
  get(STATEMENT, '/cases/{case}/stages/proposal/statement', inCase(404)),
  post(STATEMENT, '/cases/{case}/stages/workforce/statement', { words: 'We do not agree' }, inCase(403, { 422: ['staffSide'] })),
  get(PARTNERS, `${DRAFT}/partners`, inCase(404, { 200: READ_DRAFTS })),
  post(PARTNERS, `${DRAFT}/partners`, { people: '{leadId}' }, inCase(404, { 403: ['member', 'support', 'auditor'], 302: ['lead'] })),
  post(PARTNERS, `${DRAFT}/partners`, { people: 'nobody' }, inCase(404, { 403: ['member', 'support', 'auditor'], 422: ['lead'] })),
  get(CONFIRM, `${DRAFT}/confirmation`, inCase(404, { 200: READ_DRAFTS })),
  post(CONFIRM, `${DRAFT}/confirmation`, { hash: '{sha}' }, inCase(404, { 403: READ_DRAFTS })),
  get(VOTE, '/vote/{voteSecret}', open(200)),
  get(VOTE, '/vote/{votedSecret}', open(200)),
  get(VOTE, '/vote/not-a-secret', open(404)),
  post(VOTE, '/vote/{voteSecret}', { vote: 'for' }, open(302)),
  post(VOTE, '/vote/{votedSecret}', { vote: 'against' }, open(302)),
  post(VOTE, '/vote/{voteSecret}', {}, open(422)),
];
