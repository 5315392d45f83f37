import { get, inCase, map, NOBODY, open, post, SIGNED_IN, signedIn, type Access, type Some } from './access.kit.ts';

const saying = (answer: number, others: Some = {}) => map([404, SIGNED_IN], [answer, ['lead', 'mentor']], ...Object.entries(others).map(([status, who]): [number, NonNullable<typeof who>] => [Number(status), who!]), ['signIn', NOBODY]);
const keeper = (answer: number) => map([404, SIGNED_IN], [answer, ['support']], ['signIn', NOBODY]);
const giver = (answer: number) => inCase(404, { [answer]: ['support'], 403: ['lead', 'auditor'] });
const IN = '/cases/:case/support';
const AT = '/cases/{case}/support';
const help = { what: 'A workshop', supplier: 'Marsh and Co', boughtOn: '1 3 2024', hours: '3.5', cost: '0', fund: 'grant' };

/** What help a case is given and what was paid for it: the support unit's to enter, the lead's to read. */
export const support: Access[] = [
  get(IN, AT, inCase(404, { 200: ['lead', 'support', 'auditor'] })),
  get(`${IN}/package`, `${AT}/package`, giver(200)),
  post(`${IN}/package`, `${AT}/package`, { kind: 'standard', reason: 'More to do' }, giver(302)),
  get(`${IN}/help/new`, `${AT}/help/new`, giver(200)),
  post(`${IN}/help/new`, `${AT}/help/new`, help, giver(302)),
  post(`${IN}/help/new`, `${AT}/help/new`, { ...help, hours: 'some' }, giver(422)),
  get(`${IN}/help/:help/withdrawal`, `${AT}/help/{help}/withdrawal`, open(404)),
  post(`${IN}/help/:help/withdrawal`, `${AT}/help/{help}/withdrawal`, {}, giver(302)),
  get('/mentors/packages', '/mentors/packages', keeper(200)),
  post('/mentors/packages', '/mentors/packages', { light: '6', standard: '25', intensive: '60' }, keeper(302)),
];

const SHARED = '/guidance/shared/:shared';
const ONE = '/guidance/shared/{shared}';
const FROM = '/cases/:case/comments/:comment/guidance';
const ANSWERED = '/cases/{case}/comments/{answeredComment}/guidance';
const proposed = { title: 'Who signs for a town', text: 'The clerk of its council.', topic: 'proposal' };
const proposer = (answer: number) => inCase(404, { [answer]: ['mentor', 'support'], 403: ['lead', 'member', 'auditor'] });

/** A mentor's answer on its way to the guidance: theirs and the lead's to allow, the support unit's to propose. */
export const sharing: Access[] = [
  get(FROM, ANSWERED, proposer(200)),
  get(FROM, '/cases/{case}/comments/{mentorComment}/guidance', inCase(404)),
  post(FROM, ANSWERED, proposed, proposer(302)),
  post(FROM, ANSWERED, { ...proposed, text: 'Ask Mentor Person' }, inCase(404, { 422: ['mentor', 'support'], 403: ['lead', 'member', 'auditor'] })),
  get('/guidance/shared', '/guidance/shared', signedIn(200)),
  get(SHARED, ONE, saying(200, { 200: ['lead', 'mentor', 'support', 'auditor'] })),
  get(`${SHARED}/consent`, `${ONE}/consent`, saying(200, { 200: ['lead', 'mentor', 'support', 'auditor'] })),
  post(`${SHARED}/consent`, `${ONE}/consent`, { consent: 'yes' }, saying(302, { 403: ['support', 'auditor'] })),
  post(`${SHARED}/consent`, `${ONE}/consent`, {}, saying(422, { 422: ['lead', 'mentor', 'support', 'auditor'] })),
  get(`${SHARED}/withdrawal`, `${ONE}/withdrawal`, open(404)),
  post(`${SHARED}/withdrawal`, `${ONE}/withdrawal`, {}, saying(302, { 302: ['lead', 'mentor', 'support'], 403: ['auditor'] })),
];

const WEEKS = '/cases/:case/mentoring/weeks';
const THERE = '/cases/{case}/mentoring/weeks';
const written = { moved: 'The vote is set', stuck: 'Nothing', next: 'The letter' };
const writer = (answer: number) => inCase(404, { [answer]: ['mentor'], 403: ['lead', 'member', 'support', 'auditor'] });

/** A mentor's note of each week, for the team and the support unit. */
export const weeks: Access[] = [
  get(WEEKS, THERE, inCase(404, { 200: ['lead', 'member', 'mentor', 'support', 'auditor'] })),
  get(`${WEEKS}/new`, `${THERE}/new`, writer(200)),
  post(`${WEEKS}/new`, `${THERE}/new`, written, writer(302)),
  post(`${WEEKS}/new`, `${THERE}/new`, { ...written, stuck: '' }, writer(422)),
];

const view = { page: 'cases', search: 'state=open', name: 'All that is open' };
/** Filters kept under a name: each person's own. */
export const views: Access[] = [
  get('/views/new', '/views/new?page=cases&search=state%3Dopen', signedIn(200)),
  get('/views/new', '/views/new?page=elsewhere', signedIn(404)),
  post('/views/new', '/views/new?page=cases', view, signedIn(302)),
  post('/views/new', '/views/new?page=cases', { ...view, name: '' }, signedIn(422)),
  get('/views/:view/deletion', '/views/{view}/deletion', open(404)),
  post('/views/:view/deletion', '/views/{view}/deletion', {}, map([404, SIGNED_IN], [302, ['lead']], ['signIn', NOBODY])),
];

/** What the palette lists. */
export const goingTo: Access[] = [get('/go-to', '/go-to?q=towns', signedIn(200)), get('/go-to', '/go-to', signedIn(200))];
