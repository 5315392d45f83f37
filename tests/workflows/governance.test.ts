import { describe, expect, it } from 'vitest';
import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { governanceChecks } from '#workflows/checks/governance.ts';
import { findings } from '#workflows/checks/index.ts';
import { governanceComputations } from '#workflows/computed/governance.ts';
import { stageSchema, type Pathway, type Question } from '#workflows/definition.ts';
import { formTitle, LEGAL_FORMS, rankLegalForms } from '#workflows/legal-forms.ts';
import { governance as written } from '#workflows/stages/governance.ts';

const governance = stageSchema.parse(written);
const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'NHS England regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
const today = '2026-11-23';
type Answers = Record<string, AnswerValue>;
const pathway = (key: Pathway['key']) => ({ key, labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } } });
const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
const questions: Question[] = governance.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));

/** What the rules of a question, as written in the stage, find: "severity: message", with the row when there is one. */
const found = (key: string, value: AnswerValue, answers: Answers = {}, route: Pathway['key'] = 'public-service-mutual') => {
  const question = questions.find((q) => q.key === key)!;
  const input: CheckInput = { question, value, answer: reader({ ...answers, [key]: value }), pathway: pathway(route), today };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}${f.row === undefined ? '' : ` ${f.row}`}: ${f.message}`);
};
const work = (name: string, answers: Answers, params: Record<string, unknown> = {}) =>
  governanceComputations[name]!({ answer: reader(answers), params, pathway: pathway('public-service-mutual'), today });
const like = (texts: string[]) => texts.map((text) => expect.stringContaining(text) as string);

describe('the guide to legal forms', () => {
  const rank = (answers: Answers) => rankLegalForms(reader(answers));
  const order = (answers: Answers) => rank(answers).ranked.map((entry) => entry.form);
  const out = (answers: Answers) => rank(answers).ruledOut.map((entry) => entry.form);

  it.each<[string, Answers, string[]]>([
    ['purposes are not all charitable', { 'gov.guide_charitable': 'no' }, ['cio', 'clg-charity']],
    ['they are', { 'gov.guide_charitable': 'yes' }, []],
    ['a lock for good', { 'gov.guide_lock': 'yes' }, ['llp']],
    ['outside investors', { 'gov.guide_investors': 'yes' }, ['cio', 'clg-charity']],
    ['opening in under 16 weeks', { 'gov.guide_fast': 'yes' }, ['cio', 'clg-charity']],
    ['a joint venture without a tax opinion', { 'gov.guide_joint_venture': 'yes' }, ['llp']],
    ['a joint venture with one', { 'gov.guide_joint_venture': 'yes', 'gov.vat_opinion': 'yes' }, []],
    ['nothing answered', {}, []],
  ])('rules out when %s', (_, answers, expected) => expect(out(answers)).toEqual(expected));

  it.each<[string, Answers, string]>([
    ['a share for everyone, in a CIC', { 'gov.guide_staff_shares': 'yes', 'gov.guide_lock': 'yes' }, 'cic-shares'],
    ['patients vote', { 'gov.guide_community_votes': 'yes' }, 'cbs'],
    ['very small', { 'gov.guide_tiny': 'yes' }, 'cic-guarantee'],
    ['gifts', { 'gov.guide_gifts': 'yes', 'gov.guide_charitable': 'yes' }, 'cio'],
    ['serves its members', { 'gov.guide_member_benefit': 'yes' }, 'coop'],
    ['a lock, and votes for the community', { 'gov.guide_lock': 'yes', 'gov.guide_community_votes': 'yes' }, 'cic-guarantee'],
  ])('puts first: %s', (_, answers, expected) => expect(order(answers)[0]).toBe(expected));

  it('scores charities down when staff must be paid directors', () => {
    const { ranked } = rank({ 'gov.guide_paid_directors': 'yes' });
    expect(Object.fromEntries(ranked.map((r) => [r.form, r.points]))).toEqual({
      'cic-guarantee': 1, 'cic-shares': 1, cbs: 1, coop: 1, llp: 0, cio: -3, 'clg-charity': -3,
    });
  });
  it('gives a co-operative 2 fewer for a lock, and says why', () => {
    const coop = rank({ 'gov.guide_lock': 'yes' }).ranked.find((r) => r.form === 'coop');
    expect(coop).toEqual({ form: 'coop', points: -2, reasons: ['minus 2 for a lock on assets for good'] });
  });
  it('remembers what answers warn of', () => {
    expect(rank({ 'gov.guide_gifts': 'yes', 'gov.guide_member_benefit': 'yes', 'gov.guide_freehold': 'yes' }).notes).toHaveLength(3);
    expect(rank({ 'gov.guide_gifts': 'no', 'gov.guide_freehold': 'no' }).notes).toEqual([]);
  });
  it('knows every form a team may choose', () => {
    const options = questions.find((q) => q.key === 'gov.legal_form')!.options!.map((o) => o.key);
    expect(options).toEqual([...LEGAL_FORMS.map((form) => form.key), 'other']);
    expect(formTitle('other')).toBe('other');
  });

  it('shows the order, the reasons and what is out', () => {
    const answers = { 'gov.guide_charitable': 'no', 'gov.guide_tiny': 'yes' };
    expect(work('legalFormRanking', answers, { show: 'order' }).value).toMatch(/^1\. Community interest company \(CIC\) limited by guarantee \(2 points\); 2\./);
    expect(work('legalFormRanking', answers, { show: 'reasons' }).value).toContain('plus 2 for a very small team');
    expect(work('legalFormRanking', answers, { show: 'ruledOut' }).value).toContain('because some purposes are not charitable');
    expect(work('legalFormRanking', answers, { show: 'order' }).working).toContain('2 of 12 guide questions');
    expect(work('legalFormRanking', { 'gov.guide_fast': 'no' }, { show: 'reasons' }).value).toBe('No answer so far favours one form over another');
    expect(work('legalFormRanking', { 'gov.guide_fast': 'no' }, { show: 'ruledOut' }).value).toBe('None');
    expect(work('legalFormRanking', {}, { show: 'order' }).value).toBeNull();
  });
});

const guide: Answers = {
  'gov.guide_charitable': 'no', 'gov.guide_member_benefit': 'no', 'gov.guide_gifts': 'no', 'gov.guide_paid_directors': 'yes', 'gov.guide_staff_shares': 'yes',
  'gov.guide_community_votes': 'no', 'gov.guide_tiny': 'no', 'gov.guide_lock': 'yes', 'gov.guide_investors': 'no', 'gov.guide_freehold': 'no',
  'gov.guide_fast': 'no', 'gov.guide_joint_venture': 'no',
};

describe('form, name and assets', () => {
  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['the first form of the ranking', 'gov.legal_form', 'cic-shares', guide, []],
    ['the second', 'gov.legal_form', 'cic-guarantee', guide, []],
    ['a form far down', 'gov.legal_form', 'coop', guide, ['warn: Our guide puts community interest company (CIC) limited by shares and']],
    ['too few guide answers', 'gov.legal_form', 'coop', { 'gov.guide_lock': 'yes' }, ['note: You have answered 1 of 12']],
    ['a partnership without a tax opinion', 'gov.legal_form', 'llp', { ...guide, 'gov.guide_lock': 'no', 'gov.guide_staff_shares': 'no', 'gov.guide_paid_directors': 'no' }, ['warn: ', 'block: A partnership needs a written opinion']],
    ['a charity 10 weeks before transfer', 'gov.legal_form', 'cio', { 'hr.transfer_date': '2027-02-01' }, ['note: ', 'warn: We suggest 24 weeks to register this form, up to 10 May 2027']],
    ['a charity already registered', 'gov.legal_form', 'cio', { 'hr.transfer_date': '2027-02-01', 'gov.company_no': '1234567' }, ['note: ']],
    ['a CIC in time', 'gov.legal_form', 'cic-shares', { ...guide, 'hr.transfer_date': '2027-04-01' }, []],
    ['a CIC without the ending', 'gov.name', 'Harbour Lane Therapies', { 'gov.legal_form': 'cic-guarantee' }, ['warn: The name of a CIC ends in']],
    ['CIC', 'gov.name', 'Harbour Lane Therapies CIC', { 'gov.legal_form': 'cic-guarantee' }, []],
    ['C.I.C.', 'gov.name', 'Harbour Lane Therapies C.I.C.', { 'gov.legal_form': 'cic-shares' }, []],
    ['in full', 'gov.name', 'Harbour Lane Community Interest Company', { 'gov.legal_form': 'cic-shares' }, []],
    ['a society', 'gov.name', 'Harbour Lane Society', { 'gov.legal_form': 'cbs' }, []],
    ['a CIC for its own staff', 'gov.beneficiaries', ['staff', 'members'], { 'gov.legal_form': 'cic-guarantee' }, ['block: A CIC that serves only']],
    ['a co-operative for its own staff', 'gov.beneficiaries', ['staff'], { 'gov.legal_form': 'coop' }, ['warn: Say how patients']],
    ['patients too', 'gov.beneficiaries', ['staff', 'patients'], { 'gov.legal_form': 'cic-guarantee' }, []],
    ['a CIC without its lock', 'gov.asset_lock', 'in-articles', { 'gov.legal_form': 'cic-shares', 'gov.lock_body': 'X' }, ['block: The law gives every CIC']],
    ['a company with a lock by law', 'gov.asset_lock', 'statutory', { 'gov.legal_form': 'clg', 'gov.lock_body': 'X' }, ['block: No law locks the assets of a company limited by guarantee']],
    ['a society with a lock by law', 'gov.asset_lock', 'statutory', { 'gov.legal_form': 'cbs', 'gov.lock_body': 'X' }, []],
    ['charity law outside a charity', 'gov.asset_lock', 'charity-law', { 'gov.legal_form': 'cls', 'gov.lock_body': 'X' }, ['block: A company limited by shares']],
    ['no lock at all', 'gov.asset_lock', 'none', { 'gov.legal_form': 'cls' }, ['warn: Say how you will keep']],
    ['a lock with no body named', 'gov.asset_lock', 'statutory', { 'gov.legal_form': 'cic-shares' }, ['warn: Name the body']],
    ['a lock before a form', 'gov.asset_lock', 'charity-law', { 'gov.lock_body': 'X' }, []],
    ['dividends from a guarantee CIC', 'gov.dividend_policy', 'capped', { 'gov.legal_form': 'cic-guarantee' }, ['block: A community interest company (CIC) limited by guarantee pays no dividends']],
    ['dividends from a benefit society', 'gov.dividend_policy', 'uncapped', { 'gov.legal_form': 'cbs' }, ['block: A community benefit society pays no dividends']],
    ['no cap in a CIC', 'gov.dividend_policy', 'uncapped', { 'gov.legal_form': 'cic-shares' }, ['block: The law caps']],
    ['a cap in a CIC', 'gov.dividend_policy', 'capped', { 'gov.legal_form': 'cic-shares' }, []],
    ['a co-operative', 'gov.dividend_policy', 'capped', { 'gov.legal_form': 'coop' }, []],
    ['none', 'gov.dividend_policy', 'none', { 'gov.legal_form': 'cio' }, []],
    ['a cap of 35', 'gov.dividend_cap', 35, { 'gov.legal_form': 'cic-shares' }, []],
    ['a cap of 36', 'gov.dividend_cap', 36, { 'gov.legal_form': 'cic-shares' }, ['block: The dividend cap of a CIC must be 35% or less']],
    ['a cap of 60 outside a CIC', 'gov.dividend_cap', 60, { 'gov.legal_form': 'cls' }, []],
    ['ownership of 100', 'gov.ownership', [{ row: 'staff', share: 60, votes: 100 }, { row: 'users', share: 40, votes: 0 }], {}, []],
    ['ownership of 90', 'gov.ownership', [{ row: 'staff', share: 60, votes: 100 }, { row: 'users', share: 30, votes: 0 }], {}, ['block: Shares owned must add up to 100']],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));
});

const seat = (kind: string, more: Record<string, string> = {}): Record<string, string> => ({ role: kind, name: `${kind} person`, kind, votes: 'yes', 'checked-on': '2026-10-01', ...more });
const soundBoard = [
  seat('chair'), seat('executive', { name: 'Ann', clinician: 'yes' }), seat('executive', { name: 'Bo', finance: 'yes' }), seat('non-executive'),
  seat('staff-elected', { name: 'Cy' }), seat('staff-elected', { name: 'Di' }), seat('patient-elected'),
];
const without = (kind: string) => soundBoard.filter((row) => row.kind !== kind);

describe('the board', () => {
  it.each<[string, AnswerValue, Answers, string[]]>([
    ['a sound board', soundBoard, {}, []],
    ['no chair', without('chair'), {}, ['warn: Add a chair', 'warn: You list 2 executives and 1 non-executive.']],
    ['a chair who is an executive', soundBoard.map((row) => (row.kind === 'chair' ? { ...row, name: 'ann ' } : row)), {}, ['warn 0: The chair is also an executive']],
    ['no clinician', soundBoard.map((row) => ({ ...row, clinician: 'no' })), {}, ['warn: Name an executive who is a registered clinician']],
    ['a vacant clinician', soundBoard.map((row) => (row.clinician === 'yes' ? { ...row, name: 'Vacant' } : row)), {}, ['warn: Name an executive']],
    ['no finance lead', soundBoard.map((row) => ({ ...row, finance: 'no' })), {}, ['warn: Name a board member with a finance']],
    ['1 staff seat', soundBoard.filter((row) => row.name !== 'Di'), {}, ['warn: Staff elect 1 board seat.']],
    ['1 staff seat and a council with powers', soundBoard.filter((row) => row.name !== 'Di'), { 'gov.staff_voice': ['council-reserved-powers'] }, []],
    ['no patient seat', without('patient-elected'), {}, ['warn: Add a seat for patients']],
    ['no patient seat but a forum', without('patient-elected'), { 'gov.user_voice': ['forum-with-reply'] }, []],
    ['somebody not checked', soundBoard.map((row) => (row.name === 'Cy' ? { ...row, 'checked-on': null } : row)), {}, ['warn 4: Add the date of the fit and proper person check for Cy']],
    ['an observer not checked', [...soundBoard, { ...seat('observer'), votes: 'no', 'checked-on': null }], {}, []],
    ['a term that ends first', soundBoard.map((row, i) => (i ? row : { ...row, 'term-start': '2027-04-01', 'term-end': '2027-03-31' })), {}, ['block 0: The end of the term must be after the start of the term']],
    ['an empty board', [], {}, ['warn: Add a chair', 'warn: Name an executive', 'warn: Name a board member', 'warn: Staff elect 0', 'warn: Add a seat']],
  ])('%s', (_, value, answers, expected) => expect(found('gov.board', value, answers)).toEqual(like(expected)));

  it('keeps the quorum within the votes', () => {
    expect(found('gov.quorum', 8, { 'gov.board': soundBoard })).toEqual(like(['block: The quorum, 8, must not be more than the 7']));
    expect(found('gov.quorum', 4, { 'gov.board': soundBoard })).toEqual([]);
    expect(found('gov.quorum', 4)).toEqual([]);
  });
  it('asks for every skill and every lead', () => {
    expect(found('gov.board_skills', [{ row: 'finance', who: 'Bo', level: 'strong' }, { row: 'legal', who: 'Ann', level: 'gap' }])).toEqual(
      like(['warn: Say who on the board covers these: safe clinical care, people and employment, law and contracts, data and technology, safeguarding']),
    );
    expect(found('gov.clinical_gov', [{ row: 'caldicott', name: 'Ann' }, { row: 'controlled-drugs', name: null, reason: 'We hold no drugs' }])[0]).not.toMatch(/Caldicott|Controlled/);
  });
});

describe('staff control', () => {
  const board = (staff: number, others: number) => [...Array<object>(staff).fill(seat('staff-elected')), ...Array<object>(others).fill(seat('non-executive'))] as AnswerValue;
  it.each<[string, Answers, string | null]>([
    ['a quarter of votes', { 'gov.board': board(2, 6) }, 'Shown'],
    ['less than a quarter', { 'gov.board': board(2, 7) }, 'Not shown'],
    ['power over directors', { 'gov.board': board(0, 5), 'gov.staff_appoint': 'yes' }, 'Shown'],
    ['half of member votes', { 'gov.ownership': [{ row: 'staff', share: 0, votes: 50 }] }, 'Not shown'],
    ['over half of member votes', { 'gov.ownership': [{ row: 'staff', share: 0, votes: 50.1 }] }, 'Shown'],
    ['nothing known', {}, null],
  ])('%s', (_, answers, expected) => expect(work('staffControl', answers, { votes: 25 }).value).toBe(expected));
  it('warns when it is not shown', () => {
    expect(found('gov.staff_control', 'Not shown')).toEqual(like(['warn: Give staff more say']));
    expect(found('gov.staff_control', 'Shown')).toEqual([]);
  });
});

describe('conflicts, registrations and cover', () => {
  const interest = (more: Record<string, string | null>) => [{ person: 'Ann', kind: 'financial', interest: 'Director', 'declared-on': '2026-03-01', ...more }];
  const reg = (row: string, more: Record<string, string>) => [{ row, needed: 'yes', ...more }];
  const cover = (more: Record<string, string>) => [{ service: 'Therapy', payer: 'nhs', cover: 'cnst', ...more }];
  const el = (more: Record<string, string | number>) => [{ row: 'employer', needed: 'yes', ...more }];
  const T = { 'hr.transfer_date': '2027-04-01' };

  it.each<[string, string, AnswerValue, Answers, string[]]>([
    ['an open conflict with no step', 'gov.conflicts', interest({}), {}, ['block 0: Say how the interest of Ann is handled']],
    ['a conflict with a step', 'gov.conflicts', interest({ action: 'no-access' }), {}, []],
    ['a conflict handled another way', 'gov.conflicts', interest({ handling: 'Deputy decides' }), {}, []],
    ['a conflict that ended', 'gov.conflicts', interest({ state: 'ended' }), {}, []],
    ['declared on day 28', 'gov.conflicts', interest({ action: 'noted', 'arose-on': '2026-02-01' }), {}, []],
    ['declared on day 29', 'gov.conflicts', interest({ action: 'noted', 'arose-on': '2026-01-31' }), {}, ['warn 0: Ann declared the interest more than 28 days']],
    ['the lead stays out of 2 things', 'gov.recusals', ['host-approval', 'specification'], {}, ['warn: We suggest that the lead stays out of all 3. Say who handles these instead: the price']],
    ['one lawyer for both', 'gov.legal_team', 'Smith & Co', { 'gov.legal_parent': 'smith & co ' }, ['warn: The parent organisation and the mutual have the same legal adviser']],
    ['two lawyers', 'gov.legal_team', 'Smith & Co', { 'gov.legal_parent': 'Jones' }, []],
    ['no date to apply', 'gov.registrations', reg('cqc', {}), {}, ['warn 0: Add the date you will apply for: Care Quality Commission']],
    ['applied late', 'gov.registrations', reg('controlled-drugs', { 'apply-on': '2026-12-01' }), T, ['warn 0: Controlled drugs licence: we suggest applying by 3 September 2026, 30 weeks']],
    ['applied in time', 'gov.registrations', reg('ods', { 'apply-on': '2026-12-01' }), T, []],
    ['granted', 'gov.registrations', reg('cqc', { state: 'granted' }), T, []],
    ['no care registration', 'gov.registrations', [{ row: 'cqc', needed: 'no' }], {}, ['warn 0: Check this with the Care Quality Commission']],
    ['£10m and no licence', 'gov.registrations', [{ row: 'provider-licence', needed: 'no' }], { 'gov.nhs_turnover': 1_000_000_000 }, ['warn 0: You expect £10,000,000 of NHS turnover']],
    ['£9.9m and no licence', 'gov.registrations', [{ row: 'provider-licence', needed: 'no' }], { 'gov.nhs_turnover': 990_000_000 }, []],
    ['a council service in the NHS scheme', 'gov.indemnity', cover({ payer: 'council' }), {}, ['block 0: Therapy is paid for by a council']],
    ['a council service with its own cover', 'gov.indemnity', cover({ payer: 'council', cover: 'commercial' }), {}, []],
    ['cover from the transfer', 'gov.indemnity', cover({ from: '2027-04-01' }), T, []],
    ['cover a day late', 'gov.indemnity', cover({ from: '2027-04-02' }), T, ['warn 0: Therapy has no cover on the transfer date, 1 April 2027']],
    ['a gap of a day', 'gov.indemnity', [...cover({ from: '2027-04-01', to: '2028-03-31' }), ...cover({ from: '2028-04-02', service: 'therapy' })], T, ['warn 1: therapy has a gap in cover before 2 April 2028']],
    ['no gap', 'gov.indemnity', [...cover({ from: '2027-04-01', to: '2028-03-31' }), ...cover({ from: '2028-04-01' })], T, []],
    ['cover of £4m', 'gov.insurance', el({ cover: 400_000_000 }), {}, ["block 0: Employers' liability cover must be £5,000,000 or more"]],
    ['cover of £5m from the transfer', 'gov.insurance', el({ cover: 500_000_000, from: '2027-04-01' }), T, []],
    ['cover after the transfer', 'gov.insurance', el({ from: '2027-04-02' }), T, ["block 0: Employers' liability cover must start on or before the transfer"]],
    ['no cover wanted', 'gov.insurance', [{ row: 'employer', needed: 'no' }], T, ["block 0: The law says every employer"]],
    ['other rows only', 'gov.insurance', [{ row: 'cyber', needed: 'no' }], T, []],
    ['a promise to trade', 'gov.mark_tests', [{ row: 'traded-income', met: 'pledged' }], {}, []],
    ['other promises', 'gov.mark_tests', [{ row: 'surplus', met: 'pledged' }, { row: 'outcomes', met: 'no' }], {}, ['note: Work on these before you apply for the Mark: most surplus goes to social ends; it can show social results']],
    ['assets without a lock', 'gov.mark_tests', [{ row: 'assets', met: 'yes' }], { 'gov.asset_lock': 'none' }, ['note 0: You said there is no asset lock']],
  ])('%s', (_, key, value, answers, expected) => expect(found(key, value, answers)).toEqual(like(expected)));

  it('asks for the licence only on the pathway of today', () => {
    const rows = [{ row: 'provider-licence', needed: 'no' }];
    expect(found('gov.registrations', rows, { 'gov.nhs_turnover': 2_000_000_000 }, 'right-to-request')).toEqual([]);
  });
});

describe('the stage', () => {
  it('cites every governance check', () => {
    const cited = new Set(questions.flatMap((q) => q.rules ?? []).map((rule) => rule.check));
    expect(Object.keys(governanceChecks).filter((name) => !cited.has(name))).toEqual([]);
  });
  it('never throws, whatever was stored', () => {
    const odd: AnswerValue[] = ['', 'no such day', -1, [], [{}], [{ row: 'employer', from: 'soon', cover: 'much' }], { name: 'x' }];
    for (const question of questions) for (const value of odd) expect(() => found(question.key, value, { 'hr.transfer_date': 'soon' })).not.toThrow();
  });
});
