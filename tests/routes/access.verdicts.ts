import { get, inCase, open, post, signedIn, TEAM, type Access, type Some } from './access.kit.ts';

const BENEFIT = '/cases/:case/benefits/:benefit';
const judges = { 200: ['sponsor', 'finance', 'secondLine'], 404: ['staffSide'] } as const satisfies Some;
const verdict = { key: 'a-key-of-this-form', reviewOn: '{reviewOn}', saw: '{sawResults}', replaces: '', verdict: 'notProven', reasons: '', action: '', actionOwner: '', actionDueOn: '' };
const story = { key: 'a-key-of-this-form', kind: 'story', text: 'Seen in a week', heardOn: '5 1 2026', consent: 'none', personName: '' };
/** Judging, and evidence in words. */
export const verdicts: Access[] = [
  get('/cases/:case/verdicts', '/cases/{case}/verdicts', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/verdicts', '/cases/{live}/verdicts', inCase(200, { 404: ['staffSide'] })),
  get(`${BENEFIT}/verdicts`, '/cases/{case}/benefits/{benefit}/verdicts', inCase(200, { 404: ['staffSide'] })),
  get(`${BENEFIT}/verdicts/new`, '/cases/{case}/benefits/{benefit}/verdicts/new', inCase(403, { 404: ['staffSide'] })),
  get(`${BENEFIT}/verdicts/new`, '/cases/{live}/benefits/{open}/verdicts/new', inCase(403, judges)),
  post(`${BENEFIT}/verdicts/new`, '/cases/{case}/benefits/{benefit}/verdicts/new', verdict, inCase(403, { 422: ['sponsor', 'finance', 'secondLine'], 404: ['staffSide'] })),
  post(`${BENEFIT}/verdicts/new`, '/cases/{live}/benefits/{open}/verdicts/new', verdict, inCase(403, { 302: ['sponsor', 'finance', 'secondLine'], 404: ['staffSide'] })),
  post(`${BENEFIT}/verdicts/new`, '/cases/{live}/benefits/{judged}/verdicts/new', verdict, inCase(403, { 409: ['sponsor', 'finance', 'secondLine'], 404: ['staffSide'] })),
  get(`${BENEFIT}/verdicts/:verdict`, '/cases/{live}/benefits/{judged}/verdicts/{verdict}', inCase(200, { 404: ['staffSide'] })),
  get(`${BENEFIT}/verdicts/:verdict`, '/cases/{case}/benefits/{benefit}/verdicts/{verdict}', signedIn(404)),
  get(`${BENEFIT}/stories/new`, '/cases/{case}/benefits/{benefit}/stories/new', inCase(403, { 200: TEAM, 404: ['staffSide'] })),
  post(`${BENEFIT}/stories/new`, '/cases/{case}/benefits/{benefit}/stories/new', story, inCase(403, { 302: TEAM, 404: ['staffSide'] })),
  get(`${BENEFIT}/stories/:story/withdrawal`, '/cases/{live}/benefits/{open}/stories/{story}/withdrawal', inCase(403, { 200: [...TEAM, 'support'], 404: ['staffSide'] })),
  post(`${BENEFIT}/stories/:story/withdrawal`, '/cases/{live}/benefits/{open}/stories/{story}/withdrawal', {}, inCase(403, { 302: [...TEAM, 'support'], 404: ['staffSide'] })),
  post(`${BENEFIT}/stories/:story/withdrawal`, '/cases/{case}/benefits/{benefit}/stories/{story}/withdrawal', {}, signedIn(404)),
];

const OURS = { words: 'We set out to see people sooner' };
/** The public statement: prepared by the lead, read by anybody. */
export const statements: Access[] = [
  get('/cases/:case/statement', '/cases/{case}/statement', inCase(403)),
  get('/cases/:case/statement', '/cases/{live}/statement', inCase(403, { 200: ['lead'] })),
  post('/cases/:case/statement', '/cases/{live}/statement', OURS, inCase(403, { 200: ['lead'] })),
  get('/cases/:case/statement/publication', '/cases/{live}/statement/publication', inCase(403, { 200: ['lead'] })),
  post('/cases/:case/statement/publication', '/cases/{case}/statement/publication', { ...OURS, key: 'a-key-of-this-form', saw: '{sawStatement}' }, inCase(403, { 422: ['lead'] })),
  post('/cases/:case/statement/publication', '/cases/{live}/statement/publication', { ...OURS, key: 'a-key-of-this-form', saw: '{sawStatement}' }, inCase(403, { 302: ['lead'] })),
  get('/cases/:case/statement/withdrawal', '/cases/{live}/statement/withdrawal', inCase(403, { 200: ['lead'] })),
  post('/cases/:case/statement/withdrawal', '/cases/{live}/statement/withdrawal', { reason: 'A figure was wrong' }, inCase(403, { 302: ['lead'] })),
  get('/statements', '/statements', open(200)),
  get('/statements/:address', '/statements/{address}', open(200)),
  get('/statements/:address', '/statements/{withdrawnAddress}', open(410)),
  get('/statements/:address', '/statements/no-such-enterprise', open(404)),
  get('/statements/:address/:number', '/statements/{address}/1', open(200)),
  get('/statements/:address/:number', '/statements/{address}/one', open(404)),
  get('/statements/:address/:number/record', '/statements/{address}/1/record', open(200)),
  get('/statements/:address/:number/record', '/statements/{withdrawnAddress}/1/record', open(410)),
  get('/statements/:address/:number/record', '/statements/{address}/9/record', open(404)),
];
