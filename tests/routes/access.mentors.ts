import { get, inCase, map, NOBODY, open, post, SIGNED_IN, type Access, type Some } from './access.kit.ts';

/** Those named; to everybody else who has signed in the page is not there. */
const only = (named: Some) => map([404, SIGNED_IN], ...Object.entries(named).map(([answer, who]): [number, NonNullable<typeof who>] => [Number(answer), who!]), ['signIn', NOBODY]);
const keeper = (answer: number) => only({ [answer]: ['support'] });
/** The adviser in the directory, who is asked by the case. */
const adviser = (answer: number) => only({ [answer]: ['outsider'] });

const ORGANISATION = '/mentors/:organisation';
const THERE = '/mentors/{mentorOrganisation}';
const mentor = { name: 'Saltmere CIC', legalForm: 'cbs', services: ['dental'], size: '15-to-99', region: 'london', about: 'Dental care', revision: '0' };
const offer = { topics: ['pensions', 'estates'], places: '2', hours: '5', meets: 'remote', about: '', revision: '1' };
const weights = { topics: '50', service: '20', size: '10', legalForm: '10', region: '5', availability: '5' };

/** The directory: read by anybody, kept by the support unit. */
export const mentors: Access[] = [
  get('/mentors', '/mentors', open(200)),
  get('/mentors', '/mentors?topic=pensions&region=london&open=yes&page=9', open(200)),
  get(ORGANISATION, THERE, open(200)),
  get(ORGANISATION, '/mentors/{absent}', open(404)),
  get('/mentors/new', '/mentors/new', keeper(200)),
  post('/mentors/new', '/mentors/new', mentor, keeper(302)),
  get('/mentors/queue', '/mentors/queue', only({ 200: ['support', 'auditor'] })),
  get('/mentors/weights', '/mentors/weights', keeper(200)),
  post('/mentors/weights', '/mentors/weights', weights, keeper(302)),
  get(`${ORGANISATION}/details`, `${THERE}/details`, keeper(200)),
  post(`${ORGANISATION}/details`, `${THERE}/details`, { ...mentor, revision: '1' }, keeper(302)),
  post(`${ORGANISATION}/details`, `${THERE}/details`, mentor, keeper(409)),
  get(`${ORGANISATION}/results`, `${THERE}/results`, keeper(200)),
  post(`${ORGANISATION}/results`, `${THERE}/results`, { words: 'Waits fell', link: 'https://longbarn.example/two', 'publishedOn.day': '1', 'publishedOn.month': '2', 'publishedOn.year': '2024' }, keeper(302)),
  post(`${ORGANISATION}/results`, `${THERE}/results`, { words: 'Waits fell', link: 'javascript:alert(1)', 'publishedOn.day': '1', 'publishedOn.month': '2', 'publishedOn.year': '2024' }, keeper(422)),
  get(`${ORGANISATION}/results/:result/withdrawal`, `${THERE}/results/{mentorResult}/withdrawal`, open(404)),
  post(`${ORGANISATION}/results/:result/withdrawal`, `${THERE}/results/{mentorResult}/withdrawal`, {}, keeper(302)),
  get(`${ORGANISATION}/advisers/new`, `${THERE}/advisers/new`, keeper(200)),
  post(`${ORGANISATION}/advisers/new`, `${THERE}/advisers/new`, { ...offer, email: 'elsewhere@example.org', revision: '0' }, keeper(302)),
  post(`${ORGANISATION}/advisers/new`, `${THERE}/advisers/new`, { ...offer, email: 'outsider@example.org', revision: '0' }, keeper(422)),
  get(`${ORGANISATION}/advisers/:adviser`, `${THERE}/advisers/{mentorAdviser}`, keeper(200)),
  post(`${ORGANISATION}/advisers/:adviser`, `${THERE}/advisers/{mentorAdviser}`, { ...offer, ambassador: 'yes' }, keeper(302)),
];

const ONE = '/mentoring/:mentoring';
const IT = '/mentoring/{mentoring}';
const seen = (answer: number, others: Some) => only({ [answer]: ['outsider'], ...others });
const sought = (answer: number) => inCase(404, { [answer]: ['lead', 'support'], 403: ['member', 'auditor'] });
const need = { topics: ['pensions', 'estates'], stuck: 'Our pensions', often: 'weekly', revision: '1' };

/** One case's search and its mentors; an adviser's own desk. */
export const mentoring: Access[] = [
  get('/cases/:case/mentoring', '/cases/{case}/mentoring', inCase(404, { 200: ['lead', 'member', 'mentor', 'support', 'auditor'] })),
  get('/cases/:case/mentoring/needs', '/cases/{case}/mentoring/needs', sought(200)),
  post('/cases/:case/mentoring/needs', '/cases/{case}/mentoring/needs', need, sought(302)),
  get('/cases/:case/mentoring/choices', '/cases/{case}/mentoring/choices', sought(200)),
  post('/cases/:case/mentoring/choices', '/cases/{case}/mentoring/choices', { replyDays: '7', other: '{mentorAdviser}', key: 'a-key-of-this-form' }, sought(422)), // asked already
  get('/mentoring', '/mentoring', adviser(200)),
  get('/mentoring/availability', '/mentoring/availability', adviser(200)),
  post('/mentoring/availability', '/mentoring/availability', offer, adviser(302)),
  get('/mentoring/conflicts', '/mentoring/conflicts', adviser(200)),
  post('/mentoring/conflicts', '/mentoring/conflicts', { kind: 'bids', body: '{body}', detail: 'The therapy contract' }, adviser(302)),
  get('/mentoring/conflicts/:conflict/ending', '/mentoring/conflicts/{mentorConflict}/ending', open(404)),
  post('/mentoring/conflicts/:conflict/ending', '/mentoring/conflicts/{mentorConflict}/ending', {}, seen(302, { 302: ['outsider', 'support'] })),
  get(ONE, IT, seen(200, { 200: ['outsider', 'lead', 'member', 'support'] })),
  get(ONE, '/mentoring/{absent}', only({})),
  get(`${ONE}/acceptance`, `${IT}/acceptance`, seen(200, { 403: ['lead', 'member', 'support'] })),
  post(`${ONE}/acceptance`, `${IT}/acceptance`, {}, seen(302, { 403: ['lead', 'member', 'support'] })),
  get(`${ONE}/refusal`, `${IT}/refusal`, seen(200, { 403: ['lead', 'member', 'support'] })),
  post(`${ONE}/refusal`, `${IT}/refusal`, { reason: 'full', words: '' }, seen(302, { 403: ['lead', 'member', 'support'] })),
  get(`${ONE}/moves/:move`, `${IT}/moves/withdraw`, seen(200, { 200: ['outsider', 'lead', 'support'], 403: ['member'] })),
  get(`${ONE}/moves/:move`, `${IT}/moves/no-such-move`, only({})),
  post(`${ONE}/moves/:move`, `${IT}/moves/withdraw`, {}, seen(422, { 302: ['lead', 'support'], 403: ['member'] })),
  get(`${ONE}/feedback`, `${IT}/feedback`, seen(200, { 200: ['outsider', 'lead'], 403: ['member', 'support'] })),
  post(`${ONE}/feedback`, `${IT}/feedback`, { helped: 'some', words: '' }, seen(422, { 422: ['outsider', 'lead'], 403: ['member', 'support'] })), // not ended yet
];
