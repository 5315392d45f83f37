import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from './facts.ts';

/** Governance as a team sends it: the form, who owns and governs, how conflicts are kept out, and what must be registered. */
export const governanceAnswers = (f: StoryFacts): Answers => ({
  ...form(f),
  ...ownership(f),
  ...board(f),
  ...conflicts(f),
  ...openness(f),
  ...registrations(f),
  ...f.extra,
});

const form = (f: StoryFacts): Answers => ({
  'gov.guide_charitable': 'no',
  'gov.guide_member_benefit': 'no',
  'gov.guide_gifts': 'no',
  'gov.guide_paid_directors': 'yes',
  'gov.guide_staff_shares': f.legalForm === 'cic-shares' ? 'yes' : 'no',
  'gov.guide_community_votes': f.legalForm === 'cic-guarantee' ? 'yes' : 'no',
  'gov.guide_tiny': f.staff < 10 ? 'yes' : 'no',
  'gov.guide_lock': 'yes',
  'gov.guide_investors': 'no',
  'gov.guide_freehold': 'no',
  'gov.guide_fast': 'no',
  'gov.guide_joint_venture': 'no',
  'gov.vat_opinion': { notApplicable: 'We will not run it as a partnership' },
  'gov.legal_form': f.legalForm,
  'gov.form_reason': `Staff asked for a form they can own, and the unions asked for a lock that nobody can undo. A community interest company gives both. It lets clinical leaders sit on the board and be paid for their work, and it can be registered in weeks. We looked at a charity and at a community benefit society: the first would have kept our leaders off the board, the second takes longer and ${f.commissioner} has not worked with one.`,
  'gov.form_minuted_on': addDays(f.today, -14),
  'gov.community_benefit': `To provide ${f.service} for people in ${f.place} so that they are well sooner and can live at home for longer, and to use every surplus for that purpose. The community gains from shorter waits, from care that is planned with them, and from a small fund for local groups.`,
  'gov.beneficiaries': ['patients', 'carers', 'community'],
  'gov.cic_community': `Everyone in ${f.place} who needs ${f.service}, and the people who care for them. That is about ${f.population.toLocaleString('en-GB')} people.`,
  'gov.cic_activities': [
    { activity: `${capital(f.service)} in clinics and homes`, benefit: 'People get better sooner and stay independent' },
    { activity: 'Advice and training for carers', benefit: 'Carers cope for longer and know whom to call' },
    { activity: 'A yearly fund for local health groups', benefit: 'Small groups can start things that prevent illness' },
  ],
  'gov.cic_surplus_use': 'Nine parts in ten go back into the service each year: first to shorten waits, then to equipment. The rest goes to the community fund, which a panel of patients and staff gives out.',
  'gov.cic_signatories': [{ name: f.lead, role: 'Director' }, { name: f.deputy, role: 'Director' }],
  'gov.name': f.enterprise,
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const ownership = (f: StoryFacts): Answers => ({
  'gov.asset_lock': 'statutory',
  'gov.lock_body': `${f.place} Community Foundation`,
  'gov.lock_body_type': 'charity',
  'gov.charges': { notApplicable: 'We will own no asset that a lender would take as security' },
  'gov.dividend_policy': 'none',
  'gov.ownership': [
    { row: 'staff', share: 75, votes: 75 }, { row: 'users', share: 15, votes: 15 }, { row: 'community', share: 10, votes: 10 },
    { row: 'parent', share: 0, votes: 0 }, { row: 'investors', share: 0, votes: 0 },
  ],
  'gov.share_scheme': 'Every member of staff may hold one share from their first day, whatever their hours. It carries one vote, pays nothing and is given back when they leave.',
  'gov.share_price': 100,
  'gov.share_uptake': 60,
  'gov.staff_appoint': 'yes',
});

const board = (f: StoryFacts): Answers => ({
  'gov.board': [
    seat(f, 'Chair', 'Ann Lee', 'chair', { skills: 'Ran a housing association' }),
    seat(f, 'Chief executive', f.lead, 'executive', { clinician: 'yes', skills: 'Therapist for 21 years' }),
    seat(f, 'Director of finance', f.financeLead, 'executive', { finance: 'yes', skills: 'Qualified accountant' }),
    seat(f, 'Director of operations', f.deputy, 'executive', { skills: 'Runs the service today' }),
    seat(f, 'Non-executive', 'David Okafor', 'non-executive', { skills: 'Employment lawyer' }),
    seat(f, 'Non-executive', 'Susan Hartley', 'non-executive', { clinician: 'yes', skills: 'Retired GP' }),
    seat(f, 'Elected by staff', 'Grace Mensah', 'staff-elected', { clinician: 'yes', skills: 'Community nurse' }),
    seat(f, 'Elected by staff', 'Ian Pritchard', 'staff-elected', { skills: 'Booking office' }),
    seat(f, 'Elected by patients', 'Joan Whitfield', 'patient-elected', { skills: 'Carer for 12 years' }),
  ],
  'gov.quorum': 5,
  'gov.casting_vote': 'chair',
  'gov.board_skills': [
    { row: 'finance', who: f.financeLead, level: 'strong', plan: null }, { row: 'clinical-governance', who: f.clinicalLead, level: 'strong', plan: null },
    { row: 'people', who: 'David Okafor', level: 'strong', plan: null }, { row: 'legal', who: 'David Okafor', level: 'enough', plan: null },
    { row: 'digital', who: 'Ian Pritchard', level: 'enough', plan: 'A course in the first year' }, { row: 'safeguarding', who: 'Grace Mensah', level: 'strong', plan: null },
  ],
  'gov.clinical_gov': [
    lead('clinical-director', f.clinicalLead, 'Clinical director'), lead('caldicott', 'Susan Hartley', 'Non-executive'), lead('siro', f.deputy, 'Director of operations'),
    lead('nominated-individual', f.lead, 'Chief executive'), { row: 'controlled-drugs', name: null, job: null, reason: 'We hold no controlled drugs' },
    lead('safeguarding', 'Grace Mensah', 'Safeguarding nurse'), lead('speak-up', 'David Okafor', 'Non-executive'),
  ],
  'gov.staff_voice': ['elected-forum', 'votes'],
  'gov.user_voice': ['seats', 'patient-group'],
});

const seat = (f: StoryFacts, role: string, name: string, kind: string, more: Record<string, string>) => ({
  role, name, kind, votes: 'yes', clinician: 'no', finance: 'no', 'term-start': f.today, 'term-end': addMonths(f.today, 36), 'checked-on': addDays(f.today, -10), ...more,
});
const lead = (row: string, name: string, job: string) => ({ row, name, job, reason: null });

const conflicts = (f: StoryFacts): Answers => ({
  'gov.conflicts': [
    { person: f.lead, kind: 'professional', interest: 'Would lead the new organisation', 'arose-on': addDays(f.today, -95), 'declared-on': addDays(f.today, -90), action: 'leave-the-room', handling: `Takes no part in ${f.parent} board decisions about it`, state: 'open' },
    { person: f.deputy, kind: 'professional', interest: 'Would run its operations', 'arose-on': addDays(f.today, -95), 'declared-on': addDays(f.today, -90), action: 'leave-the-room', handling: 'Hands over work on the specification', state: 'open' },
  ],
  'gov.coi_policy': 'adopted',
  'gov.recusals': ['host-approval', 'specification', 'transfer-price'],
  'gov.time_permission': 'yes',
  'gov.time_log': 'yes',
  'gov.price_barrier': 'yes',
  'gov.legal_team': 'Marlowe and Finch, solicitors',
  'gov.legal_parent': 'Ashdown Legal, solicitors',
});

const openness = (f: StoryFacts): Answers => ({
  'gov.whistleblowing': 'adopted',
  'gov.foi_stance': 'as-public-body',
  'gov.policies': ['safeguarding-adults', 'safeguarding-children', 'incidents', 'complaints', 'consent', 'infection', 'records', 'data-protection', 'health-safety', 'lone-working', 'equality', 'speaking-up'].map((row) => ({ row, state: 'adopted', 'adopted-on': addDays(f.today, -7) })),
  'gov.launch_checks': [
    { row: 'savings', state: 'met', evidence: 'Savings plan agreed with the director of finance' }, { row: 'consultation', state: 'met', evidence: 'Legal advice on file' },
    { row: 'board', state: 'met', evidence: 'Skills table above' }, { row: 'engagement', state: 'partly', evidence: 'Two of four GP groups met so far' },
    { row: 'results', state: 'partly', evidence: 'Waits fell by a week in the pilot' },
  ],
  'gov.se_mark': 'yes',
  'gov.mark_tests': ['objectives', 'independent', 'traded-income', 'surplus', 'assets', 'outcomes'].map((row) => ({ row, met: row === 'outcomes' ? 'pledged' : 'yes', note: null })),
});

const registrations = (f: StoryFacts): Answers => ({
  'gov.registrations': ['cqc', 'provider-licence', 'ods', 'dspt', 'ico', 'csds', 'controlled-drugs', 'hmrc', 'pension-regulator', 'other'].map((row) => {
    const needed = !['provider-licence', 'controlled-drugs', 'other'].includes(row);
    return { row, needed: needed ? 'yes' : 'no', owner: needed ? f.deputy : null, 'apply-on': needed ? addDays(f.transferOn, -190) : null, state: needed ? 'not-started' : null, reference: null };
  }),
  'gov.nhs_turnover': Math.min(f.budgetPence, 950_000_000),
  'gov.indemnity': [
    { service: f.service, payer: 'nhs', cover: 'cnst', from: f.transferOn, to: addMonths(f.transferOn, 36) },
    { service: 'Advice for the council', payer: 'council', cover: 'commercial', from: f.transferOn, to: addMonths(f.transferOn, 36) },
  ],
  'gov.claims_cutover': f.transferOn,
  'gov.legacy_indemnity': 'yes',
  'gov.insurance': [
    cover('employer', 1_000_000_000, f), cover('public', 1_000_000_000, f), cover('third-party', 500_000_000, f), cover('directors', 200_000_000, f), cover('property', 50_000_000, f),
    cover('cyber', 100_000_000, f), { row: 'motor', needed: 'no', cover: null, from: null, insurer: null }, cover('regulatory', 25_000_000, f), cover('equipment', 30_000_000, f),
  ],
});

const cover = (row: string, pence: number, f: StoryFacts) => ({ row, needed: 'yes', cover: pence, from: f.transferOn, insurer: 'Holborn Mutual' });
