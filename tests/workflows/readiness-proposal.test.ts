import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { suggestedTopics } from '#workflows/computed/readiness-proposal.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question, type Stage } from '#workflows/definition.ts';
import { fillLabels, labelsIn } from '#workflows/labels.ts';
import { isSmallTeam } from '#workflows/small-team.ts';
import { proposal as written } from '#workflows/stages/proposal.ts';
import { readiness as writtenReadiness } from '#workflows/stages/readiness.ts';

const readiness = stageSchema.parse(writtenReadiness);
const proposal = stageSchema.parse(written);
const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'NHS England regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
const pathway = {
  key: 'public-service-mutual' as const,
  labels,
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } },
};
const today = '2026-11-23';
type Answers = Record<string, AnswerValue>;
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const questionsOf = (stage: Stage): Question[] => stage.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
const ask = (key: string): Question => {
  const mine = [...questionsOf(readiness), ...questionsOf(proposal)].filter((q) => q.key === key);
  return mine.find((q) => !q.pathways || q.pathways.includes(pathway.key)) ?? mine[0]!;
};

/** What the rules of a question, as written in the stage, find in an answer: "severity: message". */
const found = (key: string, value: AnswerValue, answers: Answers = {}) => {
  const question = ask(key);
  const input: CheckInput = { question, value, answer: reader({ [key]: value, ...answers }), pathway, today };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
const work = (name: string, answers: Answers, params: Record<string, unknown> = {}) =>
  computations[name]!({ answer: reader(answers), params, pathway, today });

const promise = {
  title: 'Shorter waits', beneficiary: 'Patients', measure: 'Average wait for a first visit', unit: 'weeks', direction: 'down',
  baseline: 16, target: 8, targetOn: '2028-09-30', treatment: 'contracted',
};
const payer = (timing: string, amount: number, share: number, name = 'Northbridge') => ({ payer: name, timing, amount, share });

describe('what the rules of the readiness check find', () => {
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['only to avoid a takeover', 's0.why', ['avoid-takeover'], {}, ['note: Avoiding a closure or takeover is a weak reason on its own. Talk with a mentor about what patients would gain']],
    ['a second reason', 's0.why', ['avoid-takeover', 'autonomy'], {}, []],
    ['no reason chosen', 's0.why', [], {}, []],
    ['all three tests', 's0.eligible', ['left-public-sector', 'delivers-public-services', 'staff-control'], {}, []],
    ['staff without a say', 's0.eligible', ['left-public-sector', 'delivers-public-services'], {}, ['warn: A public service mutual does all 3. Think about these: giving staff a real say']],
    ['a team of 12', 's0.team_size', 12, {}, ['note: Under 50 staff: we suggest the small team support track. Ask the support unit about it']],
    ['a team of 49', 's0.team_size', 49, {}, ['note: Under 50 staff: we suggest the small team support track. Ask the support unit about it']],
    ['a team of 50', 's0.team_size', 50, {}, []],
    ['more posts than people', 's0.team_wte', 43.5, { 's0.team_size': 42 }, ['block: Full-time equivalent staff must not be more than the number of staff']],
    ['as many posts as people', 's0.team_wte', 42, { 's0.team_size': 42 }, []],
    ['posts before people', 's0.team_wte', 42, {}, []],
    ['told tomorrow', 's0.manager_aware_on', '2026-11-24', {}, ['block: The date you told them must be today or in the past']],
    ['told today', 's0.manager_aware_on', '2026-11-23', {}, []],
    ['a talk to come', 's0.staff_talk_on', '2027-01-05', {}, ['block: The date of the talk must be today or in the past']],
    ['no protected time', 's0.time_release', 0, {}, ['warn: You have no protected time. Ask your manager for some hours each week before you start the proposal']],
    ['half an hour', 's0.time_release', 0.5, {}, []],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(expected));

  it.each(['right-to-request', 'right-to-provide'] as const)('asks %s staff one question about who may apply', (key) => {
    const mine = questionsOf(readiness).filter((q) => q.key === 's0.eligible' && q.pathways?.includes(key));
    expect(mine).toHaveLength(1);
    const input: CheckInput = { question: mine[0]!, value: 'no', answer: () => undefined, pathway: { ...pathway, key }, today };
    expect(findings(mine[0]!.rules!, input)).toEqual([
      { severity: 'warn', message: 'Talk to the support unit before you go on. This pathway may not fit your team' },
    ]);
  });
});

describe('what the rules of the proposal find', () => {
  const options = (...kinds: string[]) => kinds.map((kind) => ({ kind, option: 'x', pros: 'x', cons: 'x' }));
  const dates = (on: Record<string, string>) => ['proposal', 'business-case', 'contract', 'go-live', 'review'].map((row) => ({ row, on: on[row] ?? null }));
  const risks = (n: number) => Array.from({ length: n }, () => ({ risk: 'x', likelihood: 3, impact: 4, mitigation: 'x' }));
  const interest = (action: string | null) => ({ person: 'Priya Shah', kind: 'financial', interest: 'May be a director', action, 'declared-on': '2026-10-01' });

  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['more posts than people', 'eoi.wte', 43, { 'eoi.headcount': 42 }, ['block: Full-time equivalent staff must not be more than the number of staff']],
    ['more told than in scope', 'eoi.staff_told', 43, { 'eoi.headcount': 42 }, ['block: Staff told must not be more than the staff in scope']],
    ['everyone told', 'eoi.staff_told', 42, { 'eoi.headcount': 42 }, []],
    ['nobody told', 'eoi.staff_told', 0, { 'eoi.headcount': 42 }, ['warn: Tell staff before you send the proposal']],
    ['most staff against', 'eoi.staff_support', 'most-against', {}, ['warn: Talk with staff again before you send. Other plans have stopped because staff voted no']],
    ['staff not asked', 'eoi.staff_support', 'not-asked', {}, ['note: Ask staff what they think, in a meeting or a short survey']],
    ['unions not told', 'eoi.union_told', 'no', {}, ['warn: Tell the unions before you send the proposal']],
    ['unions told tomorrow', 'eoi.union_told_on', '2026-11-24', {}, ['block: The date unions were told must be today or in the past']],
    ['unions against', 'eoi.union_view', 'against', {}, ['warn: Talk with the unions about what would change their mind, and say so in your plan']],
    ['overheads left out', 'eoi.budget_overheads', 'no', {}, ['warn: Ask the finance team for your share of overheads, and add it to the budget']],
    ['one payer for all', 'eoi.income_sources', [payer('now', 320_000_000, 100)], { 'eoi.budget': 320_000_000 }, ['note: Northbridge gives 100% of your income. Plan for what happens if they pay late or stop']],
    ['one payer for 80%', 'eoi.income_sources', [payer('now', 80, 80), payer('now', 20, 20)], { 'eoi.budget': 100 }, []],
    ['within 5% of the budget', 'eoi.income_sources', [payer('now', 190, 60), payer('now', 115, 40)], { 'eoi.budget': 320 }, []],
    ['far from the budget', 'eoi.income_sources', [payer('now', 150_000_000, 60), payer('now', 100_000_000, 40)], { 'eoi.budget': 320_000_000 }, ["warn: Today's payers add up to £2,500,000, but the budget is £3,200,000. Change one, or say who pays the rest"]],
    ['shares of 90%', 'eoi.income_sources', [payer('now', 50, 50), payer('now', 50, 40)], { 'eoi.budget': 100 }, ["warn: Shares of today's payers must add up to 100%. They add up to 90%"]],
    ['thirds that round to 99.9%', 'eoi.income_sources', [33.3, 33.3, 33.3].map((share) => payer('now', 1, share)), {}, []],
    ['only later payers', 'eoi.income_sources', [payer('later', 50, 50)], { 'eoi.budget': 100 }, []],
    ['a payer without a name or numbers', 'eoi.income_sources', [{ timing: 'now', payer: null, amount: null, share: 100 }], {}, ['note: One payer gives 100% of your income. Plan for what happens if they pay late or stop']],
    ['no payers', 'eoi.income_sources', [], { 'eoi.budget': 100 }, []],
    ['all the options', 'eoi.alternatives', options('stay-as-is', 'nhs-trust', 'other-provider'), {}, []],
    ['no NHS option', 'eoi.alternatives', options('stay-as-is', 'other-provider', 'this-proposal'), {}, ['warn: Add a row for each of these: joining an NHS trust']],
    ['two risks', 'eoi.risks_top5', risks(2), {}, ['warn: We suggest at least 3 risks. You have 2']],
    ['five risks', 'eoi.risks_top5', risks(5), {}, []],
    ['dates in order', 'eoi.timeline', dates({ proposal: '2027-02-01', 'business-case': '2027-08-01', contract: '2027-12-01', 'go-live': '2028-04-01', review: '2028-07-01' }), {}, []],
    ['opening before the contract', 'eoi.timeline', dates({ contract: '2028-05-01', 'go-live': '2028-04-01' }), {}, ['warn: New organisation opens comes before Contract awarded. Check both dates']],
    ['opening in 5 months', 'eoi.timeline', dates({ 'go-live': '2027-05-22' }), {}, ['warn: The opening date is less than 6 months away. We suggest 23 May 2027 or later. Say in your plan how you will be ready']],
    ['opening in 6 months', 'eoi.timeline', dates({ 'go-live': '2027-05-23' }), {}, []],
    ['no dates', 'eoi.timeline', dates({}), {}, []],
    ['no rows', 'eoi.timeline', [], {}, []],
    ['an interest with no action', 'eoi.interests', [interest(null)], {}, ['block: Select what will be done about the interest of Priya Shah']],
    ['an interest handled', 'eoi.interests', [interest('leave-the-room')], {}, []],
    ['an interest of nobody', 'eoi.interests', [{ ...interest(''), person: null }], {}, ['block: Select what will be done about the interest of person 1']],
    ['no interest at all', 'eoi.interests_any', 'no', {}, ['note: Check this again. Anyone who may work in the mutual, or sit on its board, has an interest']],
    ['a lead who stays out of all', 'eoi.recusals', ['host-approval', 'specification', 'transfer-price'], {}, []],
    ['a lead who sets the price', 'eoi.recusals', ['host-approval', 'specification'], {}, ['warn: We suggest that the lead stays out of all 3. Say who handles these instead: the price']],
    ['no permission', 'eoi.permission', 'no', {}, ['warn: Ask your manager for written permission, and keep a log of hours and expenses']],
    ['not everyone declared', 'eoi.declarations_conflicts', 'no', {}, ['block: Declare every interest and agree what will be done about it before you send']],
    ['not true', 'eoi.declarations_accuracy', 'no', {}, ['block: Change the answers that are not right, then answer yes here']],
    ['true', 'eoi.declarations_accuracy', 'yes', {}, []],
    ['not shared', 'eoi.declarations_sharing', 'no', {}, ['note: Without this, the support unit and your mentor cannot see the proposal']],
    ['scrutiny not asked', 'eoi.scrutiny_view', 'not-asked', {}, ['note: Ask the commissioner who will talk to the scrutiny committee, and when']],
    ['a substantial change', 'eoi.scrutiny_view', 'substantial', {}, ['warn: Add time for a consultation with the council to your dates']],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(expected));

  it.each<[string, AnswerValue | undefined, string[]]>([
    ['none', undefined, ['block: Add at least one promised benefit on the Benefits page']],
    ['an empty list', [], ['block: Add at least one promised benefit on the Benefits page']],
    ['three whole ones', [promise, promise, promise], []],
    ['two', [promise, promise], ['warn: We suggest 3 to 5 promised benefits. You have 2. Add another on the Benefits page, or carry on if that is all']],
    ['six', Array.from({ length: 6 }, () => promise), ['warn: We suggest 3 to 5 promised benefits. You have 6. Keep the ones that matter most']],
    ['one without a measure or date', [promise, promise, { ...promise, measure: '', targetOn: null }], ['warn: Add the measure and the date to reach it to "Shorter waits"']],
    ['one with a title only', [promise, promise, { title: 'Happier staff' }], ['warn: Add who gains, the measure, the unit, which way is better, the starting figure, the target and the date to reach it to "Happier staff"']],
    ['a starting figure of 0', [promise, promise, { ...promise, direction: 'up', baseline: 0, target: 5 }], []],
    ['a target above a wait', [promise, promise, { ...promise, target: 20 }], ['block: Target of "Shorter waits" must be lower than the starting figure, 16 weeks, because lower is better']],
    ['a target that is no change', [promise, promise, { ...promise, target: 16 }], ['block: Target of "Shorter waits" must be lower than the starting figure, 16 weeks, because lower is better']],
    ['a target under a rate', [promise, promise, { ...promise, title: 'Kept visits', direction: 'up', unit: '%', baseline: 87.5, target: 80 }], ['block: Target of "Kept visits" must be higher than the starting figure, 87.5 %, because higher is better']],
    ['keeping a figure', [promise, promise, { ...promise, direction: 'maintain', target: 16 }], []],
    ['absence from 3.55% to 1.74%', [promise, promise, { ...promise, unit: '%', baseline: 3.55, target: 1.74 }], []],
    ['one without a title', [promise, promise, { ...promise, title: null, unit: null, target: 20 }], ['warn: Add the unit to "Promise 3"', 'block: Target of "Promise 3" must be lower than the starting figure, 16, because lower is better']],
  ])('promised benefits: %s', (_, benefits, expected) =>
    expect(found('eoi.outcomes', 0, benefits === undefined ? {} : { benefits })).toEqual(expected),
  );
});

describe('every check of these stages', () => {
  const odd: AnswerValue[] = ['', 'x', 0, -1, NaN, [], ['x'], {}, [{}], [{ row: 'go-live', on: null }], [{ timing: 'now', share: 'x' }]];
  it.each([...questionsOf(readiness), ...questionsOf(proposal)].filter((q) => q.rules).map((q) => [q.key]))('%s never throws', (key) => {
    for (const value of odd) expect(() => found(key, value, { benefits: value, 'eoi.budget': value, 'eoi.headcount': value })).not.toThrow();
  });
});

describe('readinessBand', () => {
  const skill = (rating: number, weak: string[] = [], low = 1) =>
    ['finance', 'hr', 'legal', 'governance', 'commercial', 'clinical-governance', 'it', 'comms', 'data'].map((row) => ({ row, rating: weak.includes(row) ? low : rating }));
  const ready: Answers = { 's0.why': ['better-outcomes'], 's0.manager_aware': 'yes', 's0.staff_talk': 'yes', 's0.time_release': 8, 's0.skills': skill(3) };
  const green = 'Green: ready to write a proposal';
  const amber = 'Amber: nearly ready, with things to work on';
  const red = 'Red: not ready for a proposal yet';
  it.each<[string, Answers, string | null, string]>([
    ['nothing answered', {}, null, 'Shown when you have said why you want this'],
    ['all in place', ready, green, 'Nothing in your answers holds you back'],
    ['a skill at the limit', { ...ready, 's0.skills': skill(3, ['it'], 2) }, green, 'Nothing in your answers holds you back'],
    ['one weak skill', { ...ready, 's0.skills': skill(3, ['it', 'legal']) }, amber, 'Work on 1 thing: find help with legal, IT'],
    ['a manager not told', { ...ready, 's0.manager_aware': 'no' }, amber, 'Work on 1 thing: tell your line manager or an executive'],
    ['only the reason given', { 's0.why': ['autonomy'] }, amber, 'Work on 4 things: tell your line manager or an executive; agree protected hours each week; hold a first talk with your staff; rate the skills in your team'],
    ['no time and no manager', { ...ready, 's0.manager_aware': 'no', 's0.time_release': 0 }, red, 'Work on 2 things: tell your line manager or an executive; agree protected hours each week'],
    ['a weak motive and many gaps', { ...ready, 's0.why': ['avoid-takeover'], 's0.skills': skill(1) }, red, 'Work on 2 things: find a reason that helps patients, beyond avoiding a closure or takeover; find help with 9 skills rated under 2'],
  ])('%s', (_, answers, value, working) => expect(work('readinessBand', answers)).toEqual({ value, unit: 'text', working }));

  it('takes its thresholds from the definition', () => {
    expect(work('readinessBand', { ...ready, 's0.time_release': 0 }, { redFrom: 1 }).value).toBe(red);
    expect(work('readinessBand', { ...ready, 's0.skills': skill(2) }, { weakUnder: 3, manyGaps: 9, redFrom: 1 }).value).toBe(red);
  });

  it.each<[string, Answers, string | null, string]>([
    ['no ratings', {}, null, 'Shown when you have rated your skills'],
    ['no gaps', ready, 'None from your ratings', 'No skill is rated under 2'],
    ['finance and communications', { 's0.skills': skill(2, ['finance', 'comms'], 0) }, 'Business planning, Finance and cash flow, Involving staff, Involving patients and the public', 'Finance, Communications rated under 2'],
    ['rows with no rating', { 's0.skills': [{ row: 'it', rating: null }] }, 'None from your ratings', 'No skill is rated under 2'],
  ])('mentorTopics: %s', (_, answers, value, working) => expect(work('mentorTopics', answers, { weakUnder: 2 })).toEqual({ value, unit: 'text', working }));

  it('gives the keys that mentors are matched by', () => {
    expect(suggestedTopics(reader({ 's0.skills': skill(3, ['hr']) })).map((topic) => topic.key)).toEqual(['tupe-hr', 'pensions']);
  });
});

describe('computations of the proposal', () => {
  it.each<[AnswerValue | undefined, number, string]>([
    [undefined, 0, 'No benefits promised yet. Add them on the Benefits page'],
    [[], 0, 'No benefits promised yet. Add them on the Benefits page'],
    ['nonsense', 0, 'No benefits promised yet. Add them on the Benefits page'],
    [[promise], 1, '1 promised benefit. 1 of 1 can be measured'],
    [[promise, { title: 'Happier staff' }, promise], 3, '3 promised benefits. 2 of 3 can be measured'],
  ])('promisedBenefits of %j is %i', (benefits, value, working) =>
    expect(work('promisedBenefits', benefits === undefined ? {} : { benefits })).toEqual({ value, unit: 'whole', working }),
  );

  const size = { staff: 'eoi.headcount', budget: 'eoi.budget' };
  it.each<[string, Answers, string | null]>([
    ['6 staff and half a million', { 'eoi.headcount': 6, 'eoi.budget': 50_000_000 }, 'Short form'],
    ['exactly at both limits', { 'eoi.headcount': 25, 'eoi.budget': 100_000_000 }, 'Short form'],
    ['26 staff', { 'eoi.headcount': 26, 'eoi.budget': 50_000_000 }, 'Full form'],
    ['a penny over', { 'eoi.headcount': 6, 'eoi.budget': 100_000_001 }, 'Full form'],
    ['1,719 staff and 90 million', { 'eoi.headcount': 1719, 'eoi.budget': 9_000_000_000 }, 'Full form'],
    ['no budget yet', { 'eoi.headcount': 6 }, null],
  ])('formSize of %s', (_, answers, value) => {
    const worked = work('formSize', answers, size);
    expect(worked.value).toBe(value);
    expect(worked.working).toMatch(value ? /25 staff and £1,000,000 a year/ : /^Shown when/);
  });

  it('isSmallTeam is unknown until both numbers are', () => {
    expect([isSmallTeam(undefined, 1, pathway.smallTeam), isSmallTeam(1, undefined, pathway.smallTeam)]).toEqual([undefined, undefined]);
  });

  it('routeOfPathway says the title', () => {
    expect(work('routeOfPathway', {}, { title: 'Right to Request' }).value).toBe('Right to Request');
    expect(work('routeOfPathway', {}).value).toBe('');
  });

  it('the share of staff told is printed with both numbers', () => {
    const { computed } = ask('eoi.staff_told_share');
    expect(work(computed!.name, { 'eoi.staff_told': 40, 'eoi.headcount': 42 }, computed!.params)).toEqual({ value: 95.2, unit: 'percent', working: '40 of 42 staff told' });
  });
});

describe('labels', () => {
  it('fill with the words of the pathway, with a capital at the start of a sentence', () => {
    expect(fillLabels('Ask the {commissioner}. {approverBody} members decide', labels)).toBe('Ask the commissioner. Parent board members decide');
    expect(fillLabels('{team} and {nobody}', labels)).toBe('Team and {nobody}');
    expect(fillLabels('{toString}', labels)).toBe('{toString}');
    expect(labelsIn('A {team} and {its cat}')).toEqual(['team', 'its cat']);
  });
});

describe('the words of these stages', () => {
  const all = [...questionsOf(readiness), ...questionsOf(proposal)];
  it('keep examples under 80 words', () => {
    for (const q of all) if (q.example) expect([q.key, q.example.split(/\s+/).length < 80]).toEqual([q.key, true]);
  });
  it('keep sentences of help and reasons at 25 words or fewer', () => {
    const long = all.flatMap((q) => [q.why, q.help, q.hint, q.title].flatMap((text) => text?.split(/(?<=[.?])\s+|\n+/) ?? [])).filter((s) => s.split(/\s+/).length > 25);
    expect(long).toEqual([]);
  });
  it('end no hint or title with a full stop', () => {
    for (const q of all) expect([q.key, /\.$/.test(q.hint ?? ''), /\.$/.test(q.title)]).toEqual([q.key, false, false]);
  });
});
