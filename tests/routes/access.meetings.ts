import { addDays } from '#workflows/dates.ts';
import type { Asker } from '#tests/setup/site-world.ts';
import { get, inCase, open, post, signedIn, TEAM, type Access } from './access.kit.ts';

const daysOn = (days: number) => addDays(new Date().toISOString().slice(0, 10), days);
const [year, month, day] = daysOn(30).split('-').map(Number).map(String);
/** A day in a month's time, as the boxes of a form send it. */
export const lastDay = { 'until.day': day!, 'until.month': month!, 'until.year': year! };

const SIDES: readonly Asker[] = [...TEAM, 'mentor'];
const LOOK_ON: readonly Asker[] = ['support', 'auditor'];
const seen = inCase(404, { 200: [...SIDES, ...LOOK_ON] });
const changes = (answer: number, who = SIDES) => inCase(404, { 403: LOOK_ON, [answer]: who });
const ALL = '/cases/:case/meetings';
const AT = '/cases/{case}/meetings';
const ONE = `${ALL}/:meeting`;
const ITS = `${AT}/{meeting}`;
const boxes = (fields: Record<string, string>) => Object.fromEntries([1, 2, 3, 4, 5].flatMap((n) => [[`slots.${n}.day`, ''], [`slots.${n}.time`, '']]).concat(Object.entries(fields)));
const times = boxes({ 'slots.1.day': daysOn(20), 'slots.1.time': '2:30pm' });
const offer = { mentor: '{mentorId}', topic: 'pensions', minutes: '60', place: 'By phone', ...times };
const session = { mentor: '{mentorId}', meeting: '', metOn: daysOn(0), topic: 'pensions', minutes: '60', advice: 'Ask early' };

const NOTE = '/cases/:case/stages/:stage/note';
/** A mentor's note on a stage shared with them, and calendars: at an address that needs no sign-in, made by whoever has signed in. */
const others: readonly Access[] = [
  get(NOTE, '/cases/{case}/stages/workforce/note', inCase(403, { 404: ['mentor'] })),
  get(NOTE, '/cases/{case}/stages/business-case/note', inCase(403, { 404: ['mentor', 'staffSide'] })),
  get(NOTE, '/cases/{case}/stages/proposal/note', inCase(403, { 404: ['staffSide'] })),
  post(NOTE, '/cases/{case}/stages/proposal/note', { text: 'Look at cover' }, inCase(403, { 404: ['staffSide'] })),
  get('/account/calendar', '/account/calendar', signedIn(200)),
  post('/account/calendar', '/account/calendar', { of: 'all', act: 'make' }, signedIn(200)),
  post('/account/calendar', '/account/calendar', { of: '{case}', act: 'make' }, inCase(200)),
  post('/account/calendar', '/account/calendar', { of: 'all', act: 'burn' }, signedIn(422)),
  get('/calendar/:file', '/calendar/{feedSecret}.ics', open(200)),
  get('/calendar/:file', '/calendar/{feedSecret}', open(404)),
  get('/calendar/:file', '/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics', open(404)),
];

/** Meetings with the mentor, what was said in them and what is to be done: of the two sides, and of those who look on. */
export const meetings: readonly Access[] = [
  ...others,
  get(ALL, AT, seen),
  get(`${ALL}/new`, `${AT}/new`, changes(200)),
  post(`${ALL}/new`, `${AT}/new`, offer, changes(302)),
  post(`${ALL}/new`, `${AT}/new`, { ...offer, ...boxes({}) }, inCase(404, { 403: LOOK_ON, 422: SIDES })),
  get(ONE, ITS, seen),
  get(`${ONE}/choice`, `${ITS}/choice`, seen),
  post(`${ONE}/choice`, `${ITS}/choice`, { slot: '{firstTime}' }, inCase(404, { 302: ['mentor'], 422: TEAM, 403: LOOK_ON })),
  get(`${ONE}/other-times`, `${ITS}/other-times`, changes(200)),
  post(`${ONE}/other-times`, `${ITS}/other-times`, { reason: 'A clinic', ...times }, changes(302)),
  get(`${ONE}/cancellation`, `${ITS}/cancellation`, changes(200)),
  post(`${ONE}/cancellation`, `${ITS}/cancellation`, { reason: 'A clinic' }, changes(302)),
  get('/cases/:case/sessions/new', '/cases/{case}/sessions/new', changes(200)),
  post('/cases/:case/sessions/new', '/cases/{case}/sessions/new', session, changes(302)),
  get('/cases/:case/actions/:action/done', '/cases/{case}/actions/{action}/done', open(404)),
  post('/cases/:case/actions/:action/done', '/cases/{case}/actions/{action}/done', {}, inCase(404, { 302: TEAM, 403: ['mentor', ...LOOK_ON] })),
];
