import { describe, expect, it } from 'vitest';
import { businessCaseChecks } from '#workflows/checks/business-case.ts';
import { contractFailureChecks } from '#workflows/checks/contract-failure.ts';
import { coreChecks } from '#workflows/checks/core.ts';
import { governanceWorkforceChecks } from '#workflows/checks/governance-workforce.ts';
import { readinessProposalChecks } from '#workflows/checks/readiness-proposal.ts';
import { transferReviewChecks } from '#workflows/checks/transfer-review.ts';
import { businessCaseComputations } from '#workflows/computed/business-case.ts';
import { contractFailureComputations } from '#workflows/computed/contract-failure.ts';
import { coreComputations } from '#workflows/computed/core.ts';
import { governanceWorkforceComputations } from '#workflows/computed/governance-workforce.ts';
import { readinessProposalComputations } from '#workflows/computed/readiness-proposal.ts';
import { transferReviewComputations } from '#workflows/computed/transfer-review.ts';
import { PATHWAYS, STAGES, pathwaySchema } from '#workflows/definition.ts';
import { currentPathway, pathways } from '#workflows/index.ts';
import { validateDefinition } from '#workflows/validate.ts';

/** The smallest pathway that may be used: each stage asks one yes or no question. */
function smallPathway() {
  const source = { title: 'Slipway default', assumed: true };
  return {
    key: 'public-service-mutual',
    version: 1,
    title: 'Small',
    summary: 'A small pathway.',
    status: 'live',
    from: '2024-01-01',
    eligibility: ['Anyone may apply.'],
    steps: ['Ask.', 'Wait.', 'Hear.'],
    labels: {
      team: 'team', parent: 'parent', commissioner: 'commissioner', approver: 'approver', approverBody: 'board',
      secondLine: 'assurer', enterprise: 'mutual', contractRegime: 'regime', support: 'support unit',
    },
    stages: STAGES.map((key, i) => ({
      stage: {
        key,
        title: 'Stage',
        noun: 'stage',
        purpose: 'To ask the {team}.',
        groups: [
          {
            key: 'group',
            title: 'Group',
            sections: [
              { key: 'first', title: 'First', questions: [{ key: `q${i}.a`, title: 'Yes or no?', type: 'yesNo' } as Record<string, unknown>] },
            ] as Record<string, unknown>[],
          },
        ] as Record<string, unknown>[],
        evidence: [{ key: 'letter', title: 'Letter', minimum: 0 }] as Record<string, unknown>[],
        criteria: [{ key: 'good', title: 'Good', looksFor: 'Something good.' }] as Record<string, unknown>[],
      },
      opensAfter: (i ? [STAGES[i - 1]] : []) as string[],
      signOff: { reviewers: [] as string[], signer: 'sponsor', secondLine: 'none' },
      clock: { decide: 5, prepare: 5, source },
    })),
    smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source },
    reviews: { months: [3], every: 12, source },
    sources: [source],
  };
}
type Small = ReturnType<typeof smallPathway>;
const question = (p: Small): Record<string, unknown> =>
  (p.stages[0]!.stage.groups[0] as { sections: { questions: Record<string, unknown>[] }[] }).sections[0]!.questions[0]!;
const sections = (p: Small) => (p.stages[0]!.stage.groups[0] as { sections: Record<string, unknown>[] }).sections;
const problemsOf = (candidate: unknown) => {
  const answer = validateDefinition(candidate);
  return answer.ok ? [] : answer.problems;
};

describe('the built-in pathways', () => {
  it.each(PATHWAYS)('%s has no problems', (key) => {
    expect(problemsOf(currentPathway(key))).toEqual([]);
  });

  it.each(PATHWAYS)('%s is plain JSON that parses to itself', (key) => {
    const pathway = currentPathway(key);
    expect(pathwaySchema.parse(JSON.parse(JSON.stringify(pathway)))).toEqual(pathway);
  });

  it.each(PATHWAYS)('%s asks its nine stages in order, each reachable', (key) => {
    const pathway = pathways[key];
    expect(pathway.stages.map((entry) => entry.stage.key)).toEqual(STAGES);
    const open = new Set<string>();
    for (let i = 0; i < STAGES.length; i += 1) {
      for (const entry of pathway.stages) if (entry.opensAfter.every((before) => open.has(before))) open.add(entry.stage.key);
    }
    expect([...open].sort()).toEqual([...STAGES].sort());
  });

  it.each(PATHWAYS)('%s opens governance, staff and the failure plan side by side', (key) => {
    const after = Object.fromEntries(currentPathway(key).stages.map((entry) => [entry.stage.key, entry.opensAfter]));
    expect([after.governance, after.workforce, after['failure-plan']]).toEqual([['proposal'], ['proposal'], ['proposal']]);
    expect(after.contract).toEqual(['business-case', 'governance']);
    expect(after.transfer).toEqual(expect.arrayContaining(['contract', 'failure-plan', 'governance', 'workforce']));
  });

  it('leaves nobody to decide readiness, and has the second line assure the business case', () => {
    for (const key of PATHWAYS) {
      const signOff = Object.fromEntries(currentPathway(key).stages.map((entry) => [entry.stage.key, entry.signOff]));
      expect(signOff.readiness).toEqual({ reviewers: [], signer: 'none', secondLine: 'none' });
      expect(signOff.proposal!.secondLine).toBe('told');
      expect(signOff['business-case']!.secondLine).toBe('assures');
    }
  });

  it.each(PATHWAYS)('%s offers to catch a benefit under every long answer of proposal and business case', (key) => {
    const long = currentPathway(key).stages.filter(({ stage }) => ['proposal', 'business-case'].includes(stage.key))
      .flatMap(({ stage }) => stage.groups.flatMap((g) => g.sections).flatMap((s) => s.questions)).filter((q) => q.type === 'longText');
    expect(long.length).toBeGreaterThan(20);
    expect(long.filter((q) => !q.catchesBenefits).map((q) => q.key)).toEqual([]);
  });

  it('is composed once', () => expect(currentPathway('right-to-request')).toBe(pathways['right-to-request']));
});

describe('the catalogues', () => {
  const twice = (records: object[]) => {
    const names = records.flatMap((record) => Object.keys(record));
    return names.filter((name, i) => names.indexOf(name) !== i);
  };
  it('give each check one meaning', () => {
    expect(twice([coreChecks, readinessProposalChecks, businessCaseChecks, governanceWorkforceChecks, contractFailureChecks, transferReviewChecks])).toEqual([]);
  });
  it('give each computation one meaning', () => {
    const records = [coreComputations, readinessProposalComputations, businessCaseComputations];
    expect(twice([...records, governanceWorkforceComputations, contractFailureComputations, transferReviewComputations])).toEqual([]);
  });
});

describe('validateDefinition', () => {
  it('passes the small pathway', () => expect(problemsOf(smallPathway())).toEqual([]));

  it.each<[string, (p: Small) => unknown, string]>([
    ['a key asked twice', (p) => Object.assign(question(p), { key: 'q1.a' }), 'Question q1.a is asked more than once in this pathway'],
    ['a stage twice', (p) => Object.assign(p.stages[1]!.stage, { key: 'readiness' }), 'Stage readiness is in this pathway more than once'],
    ['a section twice', (p) => sections(p).push({ ...sections(p)[0], questions: [{ key: 'q.b', title: 'B', type: 'yesNo' }] }), 'Section first is in stage readiness more than once'],
    ['a criterion twice', (p) => p.stages[0]!.stage.criteria.push(p.stages[0]!.stage.criteria[0]!), 'Criterion good is in stage readiness more than once'],
    ['evidence twice', (p) => p.stages[0]!.stage.evidence.push(p.stages[0]!.stage.evidence[0]!), 'Evidence kind letter is in stage readiness more than once'],
    ['an option twice', (p) => Object.assign(question(p), { type: 'choice', options: [{ key: 'a', title: 'A' }, { key: 'a', title: 'B' }] }), 'Question q0.a has the option a more than once'],
    ['a column twice', (p) => Object.assign(question(p), { type: 'table', row: 'thing', columns: [{ key: 'a', title: 'A', type: 'text' }, { key: 'a', title: 'B', type: 'text' }] }), 'Question q0.a has the column a more than once'],
    ['a column called row', (p) => Object.assign(question(p), { type: 'table', fixedRows: [{ key: 'x', title: 'X' }], columns: [{ key: 'row', title: 'Row', type: 'text' }] }), 'Question q0.a has a column named row, which is kept for the given rows'],
    ['carry forward from nowhere', (p) => Object.assign(question(p), { from: 'no.where' }), 'Question q0.a carries forward no.where, which is not a question of this pathway'],
    ['carry forward from itself', (p) => Object.assign(question(p), { from: 'q0.a' }), 'Question q0.a carries itself forward'],
    ['a date carried into a yes or no', (p) => Object.assign(question(p), { type: 'date', from: 'q1.a' }), 'Question q0.a carries forward q1.a, but one is date and the other is yesNo'],
    ['a condition on nothing', (p) => Object.assign(question(p), { when: { question: 'no.where', is: ['yes'] } }), 'Question q0.a is shown when no.where is answered, which is not a question of this pathway'],
    ['a condition never met', (p) => Object.assign(question(p), { when: { question: 'q1.a', is: ['maybe'] } }), 'Question q0.a is shown when q1.a is maybe, which nobody can answer there'],
    ['a section condition on nothing', (p) => Object.assign(sections(p)[0]!, { when: { question: 'no.where', is: ['yes'] } }), 'Section first is shown when no.where is answered, which is not a question of this pathway'],
    ['an evidence condition on nothing', (p) => Object.assign(p.stages[0]!.stage.evidence[0]!, { when: { question: 'no.where', is: ['yes'] } }), 'Evidence kind letter is shown when no.where is answered, which is not a question of this pathway'],
    ['an unknown check', (p) => Object.assign(question(p), { rules: [{ check: 'beautiful' }] }), 'Question q0.a cites the check beautiful, which is not known'],
    ['a check named like a thing every object has', (p) => Object.assign(question(p), { rules: [{ check: 'toString' }] }), 'Question q0.a cites the check toString, which is not known'],
    ['a check without its parameters', (p) => Object.assign(question(p), { rules: [{ check: 'dateInPast' }] }), 'Question q0.a cites the check dateInPast wrongly: In label: there must be a string here'],
    ['a check of an unknown question', (p) => Object.assign(question(p), { rules: [{ check: 'dateAfter', params: { question: 'no.where', label: 'A', otherLabel: 'B' } }] }), 'Question q0.a cites the check dateAfter with no.where, which is not a question of this pathway'],
    ['an unknown computation', (p) => Object.assign(question(p), { type: 'computed', computed: { name: 'magic' } }), 'Question q0.a uses the computation magic, which is not known'],
    ['a computation from an unknown question', (p) => Object.assign(question(p), { type: 'computed', computed: { name: 'share', params: { part: 'no.where', whole: 'q1.a' } } }), 'Question q0.a is worked out from no.where, which is not a question of this pathway'],
    ['evidence of another stage', (p) => Object.assign(question(p), { type: 'file', evidence: 'map' }), 'Question q0.a collects map, which is not an evidence kind of stage readiness'],
    ['after a section elsewhere', (p) => Object.assign(sections(p)[0]!, { after: ['second'] }), 'Section first comes after section second, which is not in stage readiness'],
    ['sections that wait for each other', (p) => Object.assign(sections(p)[0]!, { after: ['first'] }), 'Sections of stage readiness wait for each other and none can start: first'],
    ['a criterion that points nowhere', (p) => Object.assign(p.stages[0]!.stage.criteria[0]!, { evidenceIn: ['nowhere'] }), 'Criterion good points to nowhere, which is not a section or question of stage readiness'],
    ['stages that wait for each other', (p) => p.stages[0]!.opensAfter.push('review'), `Stages wait for each other and none can open: ${STAGES.join(', ')}`],
    ['an unknown label', (p) => Object.assign(question(p), { title: 'Does the {monarch} agree?' }), 'A text uses the word {monarch}, which is not one of team, parent, commissioner, approver, approverBody, secondLine, enterprise, contractRegime, support'],
    ['a field nobody knows', (p) => Object.assign(question(p), { colour: 'red' }), 'In readiness, group, first, q0.a: colour is not known here'],
    ['a type nobody knows', (p) => Object.assign(question(p), { type: 'dance' }), 'In readiness, group, first, q0.a, type: the value must be one of text, whole, decimal, money, percent, date, month, yesNo, choice, longText, choices, file, person, table, computed'],
    ['a choice without options', (p) => Object.assign(question(p), { type: 'choice' }), 'In readiness, group, first, q0.a: q0.a is a choice question and needs options'],
    ['a missing label', (p) => Reflect.deleteProperty(p.labels, 'team'), 'In labels, team: there must be a string here'],
    ['a missing title', (p) => Reflect.deleteProperty(p, 'title'), 'In title: there must be a string here'],
    ['a date that is not one', (p) => Object.assign(p, { from: 'soon' }), 'In from: the value must be a date, like 2026-11-23'],
    ['a key with capitals', (p) => Object.assign(question(p), { key: 'Q0' }), 'In readiness, group, first, Q0, key: A key is lower case words joined by . _ or -'],
    ['a bad sentence in a list', (p) => p.steps.splice(1, 1, ''), 'In steps, number 2: there must be at least 1'],
    ['a stage too few', (p) => p.stages.pop(), 'In stages: there must be at least 9'],
    ['a choice left with one option', (p) => Object.assign(question(p), { type: 'choice', options: [{ key: 'a', title: 'A' }, { key: 'b', title: 'B', pathways: ['right-to-request'] }] }), 'For this pathway only: In readiness, group, first, q0.a, options: there must be at least 2'],
  ])('refuses %s', (_, spoil, sentence) => {
    const pathway = smallPathway();
    spoil(pathway);
    expect(problemsOf(pathway)).toContain(sentence);
  });

  it.each([undefined, null, 7, 'pathway', [], {}, { stages: [{ stage: null }] }])('answers %j with sentences, and never throws', (candidate) => {
    const problems = problemsOf(candidate);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^[A-Z].+ .+/);
  });
});
