import { STAGES } from '#workflows/definition.ts';
import { ASKERS, type Asker } from '#tests/setup/site-world.ts';
import { get, inCase, map, NOBODY, open, post, SIGNED_IN, signedIn, TEAM, type Access, type Some } from './access.kit.ts';
import { ballots } from './access.ballots.ts';
import { lessons } from './access.lessons.ts';
import { lastDay, meetings } from './access.meetings.ts';
import { mentoring, mentors } from './access.mentors.ts';
import { programme } from './access.programme.ts';
import { results } from './access.results.ts';
import { account, people } from './access.people.ts';
import { goingTo, sharing, support, views, weeks } from './access.support.ts';
import { boards, deciding, papers } from './access.signing.ts';
import { statements, verdicts } from './access.verdicts.ts';

export type { Access } from './access.kit.ts';

const about: Access[] = [
  get('/guidance', '/guidance', open(200)),
  get('/guidance/glossary', '/guidance/glossary', open(200)),
  get('/guidance/measures', '/guidance/measures?words=wait&unit=weeks', open(200)),
  get('/guidance/measures.csv', '/guidance/measures.csv', open(200)),
  get('/guidance/measures/:code', '/guidance/measures/ST01', open(200)),
  get('/guidance/measures/:code', '/guidance/measures/ST01?version=2', open(404)),
  get('/guidance/measures/:code', '/guidance/measures/ZZ99', open(404)),
  get('/guidance/:topic', '/guidance/proposal', open(200)),
  get('/guidance/:topic', '/guidance/no-such-topic', open(404)),
  get('/how-it-works', '/how-it-works', open(200)),
  get('/how-it-works', '/how-it-works?case={case}', open(200)),
  get('/help', '/help', open(200)),
  get('/accessibility', '/accessibility', open(200)),
  get('/privacy', '/privacy', open(200)),
  get('/demo', '/demo', open(200)),
  get('/demo/outbox', '/demo/outbox', open(200)),
  get('/*', '/no/such/page', open(404)),
  post('/*', '/no/such/page', {}, open(404)),
];

const newCase = { key: 'a-key-of-this-form', pathway: 'public-service-mutual', title: 'Hillside speech', summary: 'Speech in two towns', parentName: 'Hillside trust' };
const cases: Access[] = [
  get('/search', '/search?q=board', signedIn(200)),
  get('/cases', '/cases', signedIn(200)),
  get('/cases/new', '/cases/new', signedIn(200)),
  post('/cases/new', '/cases/new', newCase, signedIn(302)),
  get('/cases/:case', '/cases/{case}', inCase(200)),
  get('/cases/:case', '/cases/{elsewhere}', map([200, ['elsewhere', 'support', 'auditor']], [404, SIGNED_IN.filter((who) => !['elsewhere', 'support', 'auditor'].includes(who))], ['signIn', NOBODY])),
  get('/cases/:case', '/cases/{example}', signedIn(200)),
  get('/cases/:case/stages', '/cases/{case}/stages', inCase(200)),
  get('/cases/:case/stream', '/cases/{case}/stream', inCase(200)),
  get('/cases/:case/presence', '/cases/{case}/presence', open(404)),
  post('/cases/:case/presence', '/cases/{case}/presence', { question: 'small.governance' }, map([204, TEAM], [403, ['support', 'auditor']], [404, ASKERS.filter((who) => ![...TEAM, 'support', 'auditor'].includes(who))])),
  get('/cases/:case/record', '/cases/{case}/record', inCase(200, { 404: ['mentor', 'staffSide'] })),
  get('/cases/:case/record/copy', '/cases/{case}/record/copy', open(302)),
  post('/cases/:case/record/copy', '/cases/{case}/record/copy', {}, inCase(403, { 200: ['support', 'auditor'] })),
  get('/cases/:case/moves/:move', '/cases/{case}/moves/pause', inCase(403, { 200: ['lead'] })),
  get('/cases/:case/moves/:move', '/cases/{case}/moves/freeze', inCase(403, { 200: ['secondLine'] })),
  get('/cases/:case/moves/:move', '/cases/{case}/moves/no-such-move', signedIn(404)),
  post('/cases/:case/moves/:move', '/cases/{case}/moves/pause', { reason: 'Summer' }, inCase(403, { 302: ['lead'] })),
  post('/cases/:case/moves/:move', '/cases/{case}/moves/freeze', { reason: 'A challenge' }, inCase(403, { 302: ['secondLine'] })),
];

const EVER: readonly Asker[] = [...TEAM, 'support', 'auditor'];
const UNSHARED: Some = { 404: ['mentor', 'staffSide'] };
const stages: Access[] = [
  get('/cases/:case/stages/:stage', '/cases/{case}/stages/proposal', inCase(200)),
  get('/cases/:case/stages/:stage', '/cases/{case}/stages/contract', inCase(200)),
  get('/cases/:case/stages/:stage', '/cases/{case}/stages/no-such-stage', signedIn(404)),
  get('/cases/:case/stages/:stage/:section', '/cases/{case}/stages/governance/governance-all', inCase(404, { 200: EVER })),
  get('/cases/:case/stages/:stage/:section', '/cases/{case}/stages/proposal/proposal-all', inCase(404, { 200: [...EVER, 'mentor'] })),
  post('/cases/:case/stages/:stage/:section', '/cases/{case}/stages/governance/governance-all', { 'small.governance': 'A board of nine', 'small.governance.revision': '2', complete: 'yes' }, inCase(403, { 302: TEAM })),
  get('/cases/:case/stages/:stage/check', '/cases/{case}/stages/governance/check', inCase(403, { 200: TEAM })),
  get('/cases/:case/stages/:stage/check', '/cases/{case}/stages/workforce/check', inCase(403, { 302: TEAM })),
  get('/cases/:case/stages/:stage/submission', '/cases/{case}/stages/governance/submission', inCase(403, { 200: TEAM })),
  post('/cases/:case/stages/:stage/submission', '/cases/{case}/stages/governance/submission', { key: 'a-key-of-this-page' }, inCase(403, { 302: ['lead'] })),
  get('/cases/:case/stages/:stage/sent', '/cases/{case}/stages/workforce/sent', inCase(404, { 200: EVER })),
  get('/cases/:case/stages/:stage/taking-back', '/cases/{case}/stages/workforce/taking-back', open(302)),
  post('/cases/:case/stages/:stage/taking-back', '/cases/{case}/stages/workforce/taking-back', {}, inCase(403, { 302: ['lead'] })),
  get('/cases/:case/stages/:stage/reopening', '/cases/{case}/stages/proposal/reopening', inCase(403, { 200: ['sponsor'] })),
  get('/cases/:case/stages/:stage/reopening', '/cases/{case}/stages/readiness/reopening', inCase(403, { 200: ['lead'] })),
  post('/cases/:case/stages/:stage/reopening', '/cases/{case}/stages/proposal/reopening', { reason: 'The service has changed' }, inCase(403, { 302: ['sponsor'] })),
  get('/cases/:case/stages/:stage/assignments', '/cases/{case}/stages/governance/assignments', inCase(404, { 200: EVER })),
  get('/cases/:case/stages/:stage/assignments', '/cases/{case}/stages/proposal/assignments', inCase(404, { 200: [...EVER, 'mentor'] })),
  get('/cases/:case/stages/:stage/assignments/:section', '/cases/{case}/stages/governance/assignments/governance-all', inCase(404, { 200: TEAM, 403: ['support', 'auditor'] })),
  post('/cases/:case/stages/:stage/assignments/:section', '/cases/{case}/stages/governance/assignments/governance-all', { person: '{leadId}', 'dueOn.day': '', 'dueOn.month': '', 'dueOn.year': '' }, inCase(403, { 302: ['lead'] })),
  get('/cases/:case/stages/:stage/print', '/cases/{case}/stages/governance/print', inCase(404, { 200: EVER })),
  get('/cases/:case/stages/:stage/print', '/cases/{case}/stages/proposal/print', inCase(404, { 200: [...EVER, 'mentor'] })),
];

const reading: Access[] = [
  get('/cases/:case/stages/:stage/versions/:number', '/cases/{case}/stages/proposal/versions/1', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/stages/:stage/versions/:number', '/cases/{case}/stages/workforce/versions/1', inCase(200, { 404: ['mentor'] })),
  get('/cases/:case/stages/:stage/versions/:number', '/cases/{case}/stages/proposal/versions/9', signedIn(404)),
  get('/cases/:case/stages/:stage/interest', '/cases/{case}/stages/failure-plan/interest', inCase(200, UNSHARED)),
  post('/cases/:case/stages/:stage/interest', '/cases/{case}/stages/failure-plan/interest', { kind: 'none' }, inCase(302, { 404: ['support', 'auditor'] })),
  get('/cases/:case/stages/:stage/review', '/cases/{case}/stages/failure-plan/review', inCase(200, UNSHARED)),
  get('/cases/:case/stages/:stage/review', '/cases/{case}/stages/business-case/review', inCase(200, UNSHARED)),
  get('/cases/:case/stages/:stage/reading', '/cases/{case}/stages/failure-plan/reading', open(302)),
  post('/cases/:case/stages/:stage/reading', '/cases/{case}/stages/failure-plan/reading', { read: 'failure-plan-all' }, inCase(302, UNSHARED)),
  get('/cases/:case/stages/:stage/comments', '/cases/{case}/stages/failure-plan/comments?question=cont.exercises', inCase(200, { ...UNSHARED, 403: ['auditor', 'boardMember'] })),
  post('/cases/:case/stages/:stage/comments', '/cases/{case}/stages/failure-plan/comments?question=cont.exercises', { kind: 'question', text: 'Who was there?' }, inCase(302, { ...UNSHARED, 403: ['auditor', 'boardMember'] })),
  post('/cases/:case/stages/:stage/comments', '/cases/{case}/stages/failure-plan/comments?question=cont.exercises', { kind: 'mustChange', text: 'Say who was there' }, inCase(403, { 302: ['sponsor', 'finance', 'secondLine'], ...UNSHARED })),
  get('/cases/:case/stages/:stage/opinion', '/cases/{case}/stages/failure-plan/opinion', inCase(403, { 200: ['finance'], ...UNSHARED })),
  post('/cases/:case/stages/:stage/opinion', '/cases/{case}/stages/failure-plan/opinion', { role: 'finance', verdict: 'supported', comment: '', sha256: '{sha}' }, inCase(403, { 302: ['finance'] })),
  post('/cases/:case/stages/:stage/opinion', '/cases/{case}/stages/workforce/opinion', { role: 'staffSide', verdict: 'statement', comment: 'We were asked', sha256: '{shaWorkforce}' }, inCase(403, { 302: ['staffSide'] })),
  get('/cases/:case/stages/:stage/assurance', '/cases/{case}/stages/business-case/assurance', inCase(403, { 200: ['secondLine'], ...UNSHARED })),
  post('/cases/:case/stages/:stage/assurance', '/cases/{case}/stages/business-case/assurance', { act: 'assure', reason: '', sha256: '{shaBusinessCase}' }, inCase(403, { 302: ['secondLine'] })),
];

const ONE = '/cases/:case/comments/:comment';
const FROM_MENTOR = '/cases/{case}/comments/{mentorComment}';
const OFFERED = '/cases/{case}/comments/{teamComment}';
const seesIt = inCase(404, { 200: [...EVER, 'mentor'] });
const comments: Access[] = [
  get('/cases/:case/comments', '/cases/{case}/comments', inCase(200)),
  get('/cases/:case/comments', '/cases/{case}/comments?stage=proposal&kind=question&state=open&whose=mine', inCase(200)),
  get(ONE, FROM_MENTOR, seesIt),
  get(ONE, '/cases/{case}/comments/{teamComment}', inCase(404, { 200: TEAM })),
  get(ONE, '/cases/{case}/comments/{draftComment}', inCase(404, { 200: ['sponsor'] })),
  get(`${ONE}/reply`, `${FROM_MENTOR}/reply`, seesIt),
  post(`${ONE}/reply`, `${FROM_MENTOR}/reply`, { reply: 'Three towns' }, inCase(404, { 302: [...TEAM, 'mentor'], 403: ['support', 'auditor'] })),
  post(`${ONE}/reply`, '/cases/{case}/comments/{draftComment}/reply', { reply: 'Three people' }, signedIn(404)),
  get(`${ONE}/settlement`, `${FROM_MENTOR}/settlement`, seesIt),
  post(`${ONE}/settlement`, `${FROM_MENTOR}/settlement`, {}, inCase(404, { 302: ['mentor'], 403: EVER })),
  get(`${ONE}/removal`, '/cases/{case}/comments/{draftComment}/removal', inCase(404, { 200: ['sponsor'] })),
  get(`${ONE}/words`, `${FROM_MENTOR}/words`, seesIt),
  post(`${ONE}/words`, `${FROM_MENTOR}/words`, { proposed: 'Therapies in three towns' }, inCase(404, { 302: [...TEAM, 'mentor', 'support'], 403: ['auditor'] })),
  get(`${ONE}/taking`, `${OFFERED}/taking`, inCase(404, { 200: TEAM })),
  post(`${ONE}/taking`, `${OFFERED}/taking`, { revision: '{offeredOn}' }, inCase(404, { 302: TEAM })),
  get(`${ONE}/declining`, `${OFFERED}/declining`, inCase(404, { 200: TEAM })),
  post(`${ONE}/declining`, `${OFFERED}/declining`, { reason: 'Ours is plainer' }, inCase(404, { 302: TEAM })),
  post(`${ONE}/declining`, `${FROM_MENTOR}/declining`, { reason: 'Ours is plainer' }, inCase(404, { 422: TEAM, 403: ['mentor', 'support', 'auditor'] })),
  get(`${ONE}/task`, `${FROM_MENTOR}/task`, inCase(404, { 200: TEAM, 403: ['mentor', 'support', 'auditor'] })),
  post(`${ONE}/task`, `${FROM_MENTOR}/task`, { text: 'Ask the towns', owner: '{leadId}', 'dueOn.day': '1', 'dueOn.month': '3', 'dueOn.year': '2031' }, inCase(404, { 302: TEAM, 403: ['mentor', 'support', 'auditor'] })),
  get(`${ONE}/tasks/:task/done`, `${FROM_MENTOR}/tasks/{task}/done`, open(404)),
  post(`${ONE}/tasks/:task/done`, `${FROM_MENTOR}/tasks/{task}/done`, {}, inCase(404, { 302: [...TEAM, 'mentor'], 403: ['support', 'auditor'] })),
  post(`${ONE}/removal`, '/cases/{case}/comments/{draftComment}/removal', {}, inCase(404, { 302: ['sponsor'] })),
];

const conditions: Access[] = [
  get('/cases/:case/stages/:stage/discharge', '/cases/{case}/stages/proposal/discharge', signedIn(404)), // a condition is open
  get('/cases/:case/conditions', '/cases/{case}/conditions', inCase(200)),
  get('/cases/:case/conditions/:condition', '/cases/{case}/conditions/{condition}', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/conditions/:condition/move', '/cases/{case}/conditions/{condition}/move', inCase(200, { 404: ['staffSide'] })),
  post('/cases/:case/conditions/:condition/move', '/cases/{case}/conditions/{condition}/move', { type: 'sendEvidence', note: 'The table is with the board' }, inCase(403, { 302: ['lead'], 404: ['staffSide'] })),
  post('/cases/:case/conditions/:condition/move', '/cases/{case}/conditions/{condition}/move', { type: 'waive', note: 'No longer needed' }, inCase(403, { 302: ['sponsor'], 404: ['staffSide'] })),
];

const deputy = { email: 'elsewhere@example.org', 'from.day': '1', 'from.month': '3', 'from.year': '2030', 'until.day': '9', 'until.month': '3', 'until.year': '2030', reason: 'Leave', key: 'cover-1' };
const parts: Access[] = [
  get('/cases/:case/activity', '/cases/{case}/activity', inCase(200)),
  get('/cases/:case/people', '/cases/{case}/people', inCase(200)),
  get('/cases/:case/people/:part/ending', '/cases/{case}/people/{memberPart}/ending', inCase(403, { 200: [...TEAM, 'support'] })),
  post('/cases/:case/people/:part/ending', '/cases/{case}/people/{memberPart}/ending', {}, inCase(403, { 302: [...TEAM, 'support'] })),
  get('/cases/:case/people/:part/cover', '/cases/{case}/people/{sponsorPart}/cover', inCase(403, { 200: ['sponsor', 'support'] })),
  get('/cases/:case/people/:part/cover', '/cases/{case}/people/{memberPart}/cover', signedIn(404)),
  post('/cases/:case/people/:part/cover', '/cases/{case}/people/{sponsorPart}/cover', deputy, inCase(403, { 302: ['sponsor', 'support'] })),
  get('/cases/:case/people/:part/cover/:cover/ending', '/cases/{case}/people/{sponsorPart}/cover/{cover}/ending', inCase(403, { 200: ['sponsor', 'support'] })),
  get('/cases/:case/people/:part/cover/:cover/ending', '/cases/{case}/people/{secondLinePart}/cover/{cover}/ending', inCase(403, { 404: ['secondLine', 'support'] })),
  post('/cases/:case/people/:part/cover/:cover/ending', '/cases/{case}/people/{sponsorPart}/cover/{cover}/ending', {}, inCase(403, { 302: ['sponsor', 'support'] })),
  get('/cases/:case/people/:part/access', '/cases/{case}/people/{memberPart}/access', inCase(403, { 200: ['lead'] })),
  get('/cases/:case/people/:part/access', '/cases/{case}/people/{mentorPart}/access', signedIn(404)),
  post('/cases/:case/people/:part/access', '/cases/{case}/people/{memberPart}/access', Object.fromEntries(STAGES.map((stage) => [stage, 'comment'])), inCase(403, { 302: ['lead'] })),
  get('/cases/:case/people/:part/sharing', '/cases/{case}/people/{mentorPart}/sharing', inCase(403, { 200: ['lead'] })),
  get('/cases/:case/people/:part/sharing', '/cases/{case}/people/{memberPart}/sharing', signedIn(404)),
  post('/cases/:case/people/:part/sharing', '/cases/{case}/people/{mentorPart}/sharing', { stages: ['proposal', 'governance'], ...lastDay }, inCase(403, { 302: ['lead'] })),
  post('/cases/:case/people/:part/sharing', '/cases/{case}/people/{mentorPart}/sharing', {}, inCase(403, { 302: ['lead'] })),
  get('/cases/:case/invitations/new', '/cases/{case}/invitations/new', inCase(403, { 200: ['lead', 'sponsor', 'support'] })),
  post('/cases/:case/invitations/new', '/cases/{case}/invitations/new', { name: 'Max Orr', email: 'max@example.org', role: 'member' }, inCase(403, { 302: ['lead', 'support'] })),
  post('/cases/:case/invitations/new', '/cases/{case}/invitations/new', { name: 'Max Orr', email: 'max@example.org', role: 'secondLine' }, inCase(403, { 302: ['sponsor', 'support'] })),
  get('/cases/:case/invitations/:invitation/withdrawal', '/cases/{case}/invitations/{invitation}/withdrawal', open(404)),
  post('/cases/:case/invitations/:invitation/withdrawal', '/cases/{case}/invitations/{invitation}/withdrawal', {}, inCase(403, { 302: ['lead', 'support'] })),
  get('/cases/:case/interests/new', '/cases/{case}/interests/new', inCase(200, { 403: ['support', 'auditor'] })),
  post('/cases/:case/interests/new', '/cases/{case}/interests/new', { person: '{leadId}', kind: 'director', detail: '' }, inCase(403, { 302: ['lead'] })),
];

const promise = { title: 'Shorter waits', beneficiary: 'People referred' };
const measured = { ...promise, category: 'access', measure: 'Days from referral to first visit', unit: 'days', direction: 'down', baseline: '20', target: '10', revision: '1' };
const caught = { 'promise-title.small.governance': 'A fair board', 'promise-for.small.governance': 'Everybody', intent: 'add-benefit:small.governance' };
const ONE_BENEFIT = '/cases/:case/benefits/:benefit';
const BENEFIT = '/cases/{case}/benefits/{benefit}';
const LEFT_OUT = '/cases/{case}/benefits/{leftOutBenefit}';
const WITHDRAWN = '/cases/{case}/benefits/{withdrawnBenefit}';
const UNSEEN: Some = { 404: ['staffSide'] };
const worth = { counterfactualMethod: 'none', valuePerYear: '12,000', revision: '1' };
const owners = { providerOwner: '{leadId}', commissionerOwner: '', recorder: '{leadId}', revision: '1' };
const change = { kind: 'target', target: '8', reason: 'The clinic moved' };
const result = { periodOn: '31 10 2026', value: '12', quality: 'A', note: '' };
const benefits: Access[] = [
  get('/cases/:case/benefits', '/cases/{case}/benefits', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/benefits/new', '/cases/{case}/benefits/new', inCase(403, { 200: TEAM })),
  post('/cases/:case/benefits/new', '/cases/{case}/benefits/new', promise, inCase(403, { 302: TEAM })),
  get('/cases/:case/benefits/schedule', '/cases/{case}/benefits/schedule', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/benefits/schedule.csv', '/cases/{case}/benefits/schedule.csv', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/benefits/:benefit', '/cases/{case}/benefits/{benefit}', inCase(200, { 404: ['staffSide'] })),
  post('/cases/:case/stages/:stage/:section', '/cases/{case}/stages/governance/governance-all', caught, inCase(403, { 302: TEAM })),
  get(`${ONE_BENEFIT}/measure`, `${BENEFIT}/measure`, inCase(403, { 200: TEAM, ...UNSEEN })),
  post(`${ONE_BENEFIT}/measure`, `${BENEFIT}/measure`, measured, inCase(403, { 302: TEAM, ...UNSEEN })),
  get(`${ONE_BENEFIT}/measure/library`, `${BENEFIT}/measure/library?words=wait`, inCase(403, { 200: TEAM, ...UNSEEN })),
  post(`${ONE_BENEFIT}/measure/library`, `${BENEFIT}/measure/library`, { code: 'AC01', revision: '1' }, inCase(403, { 302: TEAM, ...UNSEEN })),
  get(`${ONE_BENEFIT}/worth`, `${BENEFIT}/worth`, inCase(403, { 200: TEAM, ...UNSEEN })),
  post(`${ONE_BENEFIT}/worth`, `${BENEFIT}/worth`, worth, inCase(403, { 302: TEAM, ...UNSEEN })),
  get(`${ONE_BENEFIT}/owners`, `${BENEFIT}/owners`, inCase(403, { 200: TEAM, ...UNSEEN })),
  post(`${ONE_BENEFIT}/owners`, `${BENEFIT}/owners`, owners, inCase(403, { 302: TEAM, ...UNSEEN })),
  get(`${ONE_BENEFIT}/agreement`, `${LEFT_OUT}/agreement`, inCase(403, { 200: ['sponsor', 'finance'], ...UNSEEN })),
  get(`${ONE_BENEFIT}/agreement`, `${BENEFIT}/agreement`, inCase(403, { 404: ['sponsor', 'finance', 'staffSide'] })),
  post(`${ONE_BENEFIT}/agreement`, `${LEFT_OUT}/agreement`, { revision: '2' }, inCase(403, { 302: ['sponsor', 'finance'], ...UNSEEN })),
  get(`${ONE_BENEFIT}/changes/new`, `${BENEFIT}/changes/new`, inCase(403, { 200: [...TEAM, 'sponsor', 'finance'], ...UNSEEN })),
  post(`${ONE_BENEFIT}/changes/new`, `${BENEFIT}/changes/new`, change, inCase(403, { 422: [...TEAM, 'sponsor', 'finance'], ...UNSEEN })),
  get(`${ONE_BENEFIT}/changes/:change`, `${BENEFIT}/changes/{change}`, inCase(200, UNSEEN)),
  post(`${ONE_BENEFIT}/changes/:change`, `${BENEFIT}/changes/{change}`, { answer: 'refused', note: 'It was agreed' }, inCase(403, { 302: ['sponsor'], ...UNSEEN })),
  get(`${ONE_BENEFIT}/reinstatement`, `${WITHDRAWN}/reinstatement`, inCase(403, { 200: ['lead'], ...UNSEEN })),
  get(`${ONE_BENEFIT}/reinstatement`, `${BENEFIT}/reinstatement`, signedIn(404)),
  post(`${ONE_BENEFIT}/reinstatement`, `${WITHDRAWN}/reinstatement`, { reason: 'There is money again' }, inCase(403, { 302: ['lead'], ...UNSEEN })),
  get('/cases/:case/benefits/:benefit/contract', '/cases/{case}/benefits/{benefit}/contract', inCase(403, { 200: ['lead', 'sponsor', 'finance'], 404: ['staffSide'] })),
  post('/cases/:case/benefits/:benefit/contract', '/cases/{case}/benefits/{benefit}/contract', { treatment: 'notContracted', reason: 'Too small', revision: '1' }, inCase(403, { 302: ['lead', 'sponsor', 'finance'], 404: ['staffSide'] })),
  get('/cases/:case/benefits/:benefit/results', '/cases/{case}/benefits/{benefit}/results', inCase(200, { 404: ['staffSide'] })),
  post('/cases/:case/benefits/:benefit/results', '/cases/{case}/benefits/{benefit}/results', result, inCase(403, { 422: TEAM, 404: ['staffSide'] })),
  get('/cases/:case/benefits/:benefit/results.csv', '/cases/{case}/benefits/{benefit}/results.csv', inCase(200, { 404: ['staffSide'] })),
  get('/cases/:case/benefits/:benefit/withdrawal', '/cases/{case}/benefits/{benefit}/withdrawal', inCase(403, { 200: TEAM, 404: ['staffSide'] })),
  post('/cases/:case/benefits/:benefit/withdrawal', '/cases/{case}/benefits/{benefit}/withdrawal', { reason: 'It was counted twice' }, inCase(403, { 302: TEAM, 404: ['staffSide'] })),
];

const alerts: Access[] = [
  get('/cases/:case/alerts', '/cases/{case}/alerts', inCase(200, { 404: ['mentor', 'boardMember', 'staffSide'] })),
  get('/cases/:case/alerts/:alert/seen', '/cases/{case}/alerts/{alert}/seen', open(404)),
  post('/cases/:case/alerts/:alert/seen', '/cases/{case}/alerts/{alert}/seen', {}, inCase(403, { 302: ['lead', 'sponsor', 'finance', 'secondLine'], 404: ['mentor', 'boardMember', 'staffSide'] })),
  get('/cases/:case/alerts/:alert/closing', '/cases/{case}/alerts/{alert}/closing', inCase(403, { 200: ['sponsor', 'finance', 'secondLine'], 404: ['mentor', 'boardMember', 'staffSide'] })),
  post('/cases/:case/alerts/:alert/closing', '/cases/{case}/alerts/{alert}/closing', { reason: 'Two clear months' }, inCase(403, { 302: ['sponsor', 'finance', 'secondLine'], 404: ['mentor', 'boardMember', 'staffSide'] })),
];

const answers: Access[] = [
  get('/cases/:case/answers/:question', '/cases/{case}/answers/small.governance', inCase(404, { 200: EVER })),
  get('/cases/:case/answers/:question', '/cases/{case}/answers/small.proposal', inCase(404, { 200: [...EVER, 'mentor'] })),
  get('/cases/:case/collisions/:version', '/cases/{case}/collisions/{collision}', inCase(404, { 200: TEAM })),
  post('/cases/:case/collisions/:version', '/cases/{case}/collisions/{collision}', { keep: 'other' }, inCase(404, { 302: TEAM })),
];

const file = { title: 'Notes', seenBy: 'team', personalData: 'no', file: 'Notes of the day' };
const documents: Access[] = [
  get('/cases/:case/documents', '/cases/{case}/documents', inCase(200)),
  get('/cases/:case/documents/new', '/cases/{case}/documents/new', inCase(200, { 403: ['mentor', 'boardMember', 'auditor'] })),
  post('/cases/:case/documents/new', '/cases/{case}/documents/new', { ...file, what: 'governance:other' }, inCase(302, { 403: ['mentor', 'boardMember', 'auditor'] })),
  get('/cases/:case/documents/:document', '/cases/{case}/documents/{document}', inCase(404, { 200: EVER })),
  get('/cases/:case/documents/:document', '/cases/{case}/documents/{shownDocument}', inCase(200, { 404: ['mentor', 'boardMember', 'staffSide'] })),
  get('/cases/:case/documents/:document/file', '/cases/{case}/documents/{document}/file', inCase(404, { 200: EVER })),
  get('/cases/:case/documents/:document/new-version', '/cases/{case}/documents/{document}/new-version', inCase(404, { 200: TEAM, 403: ['support', 'auditor'] })),
  post('/cases/:case/documents/:document/new-version', '/cases/{case}/documents/{document}/new-version', file, inCase(404, { 302: TEAM, 403: ['support', 'auditor'] })),
  get('/cases/:case/documents/:document/withdrawal', '/cases/{case}/documents/{document}/withdrawal', inCase(404, { 200: TEAM, 403: ['support', 'auditor'] })),
  post('/cases/:case/documents/:document/withdrawal', '/cases/{case}/documents/{shownDocument}/withdrawal', {}, inCase(403, { 302: TEAM, 404: ['mentor', 'boardMember', 'staffSide'] })),
];

/** What every route answers to each person: reach (404) and ability (403) of the whole product. */
export const ACCESS: readonly Access[] = [...people, ...account, ...about, ...cases, ...stages, ...reading, ...boards, ...deciding, ...papers, ...comments, ...conditions, ...parts, ...meetings, ...ballots, ...benefits, ...results, ...alerts, ...verdicts, ...statements, ...lessons, ...programme, ...mentors, ...mentoring, ...support, ...sharing, ...weeks, ...views, ...goingTo, ...answers, ...documents];
