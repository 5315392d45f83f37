import type { Asker } from '#tests/setup/site-world.ts';
import { get, inCase, inProgramme, map, NOBODY, open, post, SIGNED_IN, signedIn, type Access, type Answer } from './access.kit.ts';

const UNIT: readonly Asker[] = ['support'];
const figure = { value: '47', unit: 'teams', asAtOn: '30 6 2026', definition: 'Teams whose interest was recorded', source: 'The register of the support unit' };
const takeover = { successor: '', successorName: 'Northbridge and Hill ICB', kind: 'icb', 'on.day': '1', 'on.month': '4', 'on.year': '2030', reason: 'An order of the Secretary of State' };
/** The list of bodies is there for the support unit and administrators alone. */
const forUnit = (answer: Answer) => map([404, SIGNED_IN], [answer, ['support', 'admin']], ['signIn', NOBODY]);
/** The programme as a whole, and the objectives a case serves. */
export const programme: readonly Access[] = [
  get('/programme', '/programme', inProgramme(200)),
  get('/programme/cases', '/programme/cases', inProgramme(200)),
  get('/programme/benefits', '/programme/benefits?step=undecided', inProgramme(200)),
  get('/programme/benefits.csv', '/programme/benefits.csv?step=undecided', inProgramme(200)),
  get('/programme/objectives', '/programme/objectives', inProgramme(200)),
  post('/programme/objectives', '/programme/objectives', { title: 'Shorter waits', indicator: 'Median weeks' }, inProgramme(403, { 302: UNIT })),
  get('/programme/objectives/:objective/ending', '/programme/objectives/{objective}/ending', inProgramme(403, { 200: UNIT })),
  get('/programme/objectives/:objective/ending', '/programme/objectives/{absent}/ending', signedIn(404)),
  post('/programme/objectives/:objective/ending', '/programme/objectives/{objective}/ending', { reason: 'Another took its place' }, inProgramme(403, { 302: UNIT })),
  get('/programme/figures', '/programme/figures', inProgramme(200)),
  post('/programme/figures', '/programme/figures', { title: 'Teams that stopped', ...figure }, inProgramme(403, { 302: UNIT })),
  get('/programme/figures/:figure/replacement', '/programme/figures/{figure}/replacement', inProgramme(403, { 200: UNIT })),
  get('/programme/figures/:figure/replacement', '/programme/figures/{absent}/replacement', signedIn(404)),
  post('/programme/figures/:figure/replacement', '/programme/figures/{figure}/replacement', figure, inProgramme(403, { 302: UNIT })),
  get('/programme/evaluation', '/programme/evaluation', inProgramme(200)),
  get('/programme/evaluation.zip', '/programme/evaluation.zip', inProgramme(200)),
  get('/mail', '/mail', forUnit(200)),
  post('/mail', '/mail', {}, forUnit(302)),
  get('/mail/refusals/:refusal/lifting', '/mail/refusals/{absent}/lifting', open(404)),
  post('/mail/refusals/:refusal/lifting', '/mail/refusals/{absent}/lifting', {}, signedIn(404)),
  get('/organisations', '/organisations', forUnit(200)),
  get('/organisations/:organisation/succession', '/organisations/{body}/succession', forUnit(200)),
  get('/organisations/:organisation/succession', '/organisations/{absent}/succession', signedIn(404)),
  post('/organisations/:organisation/succession', '/organisations/{body}/succession', takeover, forUnit(302)),
  post('/organisations/:organisation/succession', '/organisations/{body}/succession', { ...takeover, reason: '' }, forUnit(422)),
  get('/cases/:case/objectives', '/cases/{case}/objectives', inCase(403, { 200: ['lead', 'support'] })),
  post('/cases/:case/objectives', '/cases/{case}/objectives', { objectives: '{objective}' }, inCase(403, { 302: ['lead', 'support'] })),
];
