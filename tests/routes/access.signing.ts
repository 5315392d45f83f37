/* Boards, the pages of a decision, and its papers. */
import type { Asker } from '#tests/setup/site-world.ts';
import { get, inCase, open, post, signedIn, type Access, type Some } from './access.kit.ts';

const UNSHARED: Some = { 404: ['mentor', 'staffSide'] };
const BOARD = '/cases/:case/stages/:stage/board';
const ITS_BOARD = '/cases/{case}/stages/workforce/board';
const onBoard = (...who: Asker[]): Access['answers'] => inCase(403, { 200: who, 404: ['mentor'] });
export const boards: Access[] = [
  get(BOARD, ITS_BOARD, onBoard('sponsor', 'finance', 'secondLine', 'boardMember', 'support', 'auditor')),
  get(BOARD, '/cases/{case}/stages/readiness/board', signedIn(404)),
  post(BOARD, '/cases/{case}/stages/failure-plan/board', { name: 'the board', 'meetsOn.day': '6', 'meetsOn.month': '5', 'meetsOn.year': '2030', quorum: '1', sha256: '{sha}' }, inCase(403, { 302: ['sponsor'] })),
  get(`${BOARD}/view`, `${ITS_BOARD}/view`, onBoard('boardMember')),
  post(`${BOARD}/view`, `${ITS_BOARD}/view`, { view: 'support', sha256: '{shaWorkforce}' }, inCase(403, { 302: ['boardMember'] })),
  get(`${BOARD}/dissolution`, `${ITS_BOARD}/dissolution`, onBoard('sponsor')),
  post(`${BOARD}/dissolution`, `${ITS_BOARD}/dissolution`, { reason: 'It meets a week later' }, inCase(403, { 302: ['sponsor'] })),
];

const DESK = '/cases/:case/stages/:stage/decision';
const AT = '/cases/{case}/stages/failure-plan/decision';
const asked = { text: 'Name a deputy', evidence: 'A letter', ownerId: '{leadId}', blocks: 'nothing', 'dueOn.day': '1', 'dueOn.month': '3', 'dueOn.year': '2030' };
const atDesk = inCase(403, { 200: ['sponsor'], ...UNSHARED });
/** Every stage stands in every case, so that a stage is there is no secret: who may not decide is told so. */
const decides = inCase(403, { 302: ['sponsor'] });
const decidesWhatIsSeen = inCase(403, { 302: ['sponsor'], ...UNSHARED });
export const deciding: Access[] = [
  get(DESK, AT, atDesk),
  get(DESK, '/cases/{case}/stages/business-case/decision', inCase(403, { 302: ['sponsor'], ...UNSHARED })),
  post(DESK, AT, { outcome: 'approved' }, decides),
  get(`${DESK}/criteria`, `${AT}/criteria`, atDesk),
  post(`${DESK}/criteria`, `${AT}/criteria`, { intent: 'later' }, decidesWhatIsSeen),
  get(`${DESK}/conditions`, `${AT}/conditions`, atDesk),
  post(`${DESK}/conditions`, `${AT}/conditions`, asked, decidesWhatIsSeen),
  get(`${DESK}/conditions/:number`, `${AT}/conditions/1`, atDesk),
  get(`${DESK}/conditions/:number`, `${AT}/conditions/9`, inCase(403, { 404: ['sponsor', 'mentor', 'staffSide'] })),
  post(`${DESK}/conditions/:number`, `${AT}/conditions/1`, asked, decidesWhatIsSeen),
  get(`${DESK}/conditions/:number/removal`, `${AT}/conditions/1/removal`, open(302)),
  post(`${DESK}/conditions/:number/removal`, `${AT}/conditions/1/removal`, {}, decides),
  get(`${DESK}/reasons`, `${AT}/reasons`, atDesk),
  post(`${DESK}/reasons`, `${AT}/reasons`, { changes: 'Say who was there' }, decidesWhatIsSeen),
  get(`${DESK}/check`, `${AT}/check`, atDesk),
  get(`${DESK}/signature`, `${AT}/signature`, atDesk),
  post(`${DESK}/signature`, `${AT}/signature`, { read: 'yes', allowed: 'yes', onBehalfOf: '', sha256: '{sha}', key: 'a-key-of-this-page' }, decidesWhatIsSeen),
  get(`${DESK}/done`, '/cases/{case}/stages/business-case/decision/done', inCase(302, { 200: ['sponsor'] })),
  get(`${DESK}/done`, `${AT}/done`, inCase(302)),
  get(`${DESK}/record/:decision`, '/cases/{case}/stages/proposal/decision/record/{decision}', inCase(200, { 404: ['staffSide'] })),
];

const STAGE = '/cases/:case/stages/:stage';
const RECORD = `${DESK}/record/:decision`;
const DECIDED = '/cases/{case}/stages/proposal/decision/record/{decision}';
export const papers: Access[] = [
  ...['pack', 'pack.pdf', 'pack.docx'].flatMap((paper) => [
    get(`${STAGE}/${paper}`, `/cases/{case}/stages/proposal/${paper}?parts=cover,answers,reviews,benefits,documents,changes,decisions`, inCase(200, { 404: ['staffSide'] })),
    get(`${STAGE}/${paper}`, `/cases/{case}/stages/workforce/${paper}?version=1`, inCase(200, { 404: ['mentor'] })),
    get(`${STAGE}/${paper}`, `/cases/{case}/stages/workforce/${paper}?version=2`, signedIn(404)),
    get(`${STAGE}/${paper}`, `/cases/{case}/stages/governance/${paper}`, signedIn(404)),
  ]),
  ...['record.pdf', 'letter', 'letter.pdf'].map((paper) => get(`${RECORD}/${paper}`, `${DECIDED}/${paper}`, inCase(200, { 404: ['staffSide'] }))),
  get(`${RECORD}/record.pdf`, '/cases/{case}/stages/business-case/decision/record/{unassuredDecision}/record.pdf', inCase(200, UNSHARED)),
  ...['letter', 'letter.pdf'].map((paper) => get(`${RECORD}/${paper}`, `/cases/{case}/stages/business-case/decision/record/{unassuredDecision}/${paper}`, signedIn(404))),
];
