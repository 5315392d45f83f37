/** Legal forms a new organisation may take, compared for guidance, and the guide that ranks them. Guidance, not advice. */
export const RANKED_FORMS = ['cic-guarantee', 'cic-shares', 'cbs', 'coop', 'cio', 'clg-charity', 'llp'] as const;
export type RankedForm = (typeof RANKED_FORMS)[number];

export interface LegalForm {
  key: string;
  title: string;
  law: string;
  regulator: string;
  assetLock: string;
  surplus: string;
  staff: string;
  community: string;
  charity: string;
  directorPay: string;
  funding: string;
  registration: string;
  yearly: string;
  /** Weeks to allow from application to registration. Slipway default. */
  weeks?: number;
}

const COMPANIES = 'Companies Act 2006, the Companies (Audit, Investigations and Community Enterprise) Act 2004 and the CIC Regulations 2005';
const CIC = {
  law: COMPANIES,
  regulator: 'CIC Regulator and Companies House',
  assetLock: 'set by law, for good',
  charity: 'cannot be a charity',
  directorPay: 'directors may be paid',
  registration: 'online with form CIC36 and articles; by post up to 15 working days',
  yearly: 'accounts with a community report, form CIC34',
  weeks: 3,
} as const;
const SOCIETY_LAW = 'Co-operative and Community Benefit Societies Act 2014';
const SOCIETY = {
  law: SOCIETY_LAW,
  regulator: 'Financial Conduct Authority, for registration only',
  registration: 'model rules are quickest; the authority answers most complete applications within 15 working days',
  yearly: 'annual return and accounts',
  weeks: 6,
} as const;

export const LEGAL_FORMS: readonly LegalForm[] = [
  {
    key: 'cic-guarantee', title: 'Community interest company (CIC) limited by guarantee', ...CIC,
    surplus: 'none paid to members', staff: 'staff can be voting members', community: 'a class of members is possible',
    funding: 'loans and some grants, no shares',
  },
  {
    key: 'cic-shares', title: 'Community interest company (CIC) limited by shares', ...CIC,
    surplus: 'dividends capped at 35% of what may be paid out', staff: 'each member of staff can hold a share, often £1 or less',
    community: 'a class of members is possible', funding: 'loans and shares with a capped return',
  },
  {
    key: 'cbs', title: 'Community benefit society', ...SOCIETY,
    assetLock: 'can choose a lock set by law', surplus: 'none paid out; interest on shares only as needed to keep them',
    staff: '1 member, 1 vote', community: 'serving the community is its purpose', charity: 'can have charitable status if its purposes fit',
    directorPay: 'allowed if the rules say so', funding: 'shares that members can withdraw',
  },
  {
    key: 'coop', title: 'Co-operative society', ...SOCIETY,
    assetLock: 'only what its own rules say', surplus: 'members may get a dividend on their dealings, and limited interest',
    staff: 'the strongest staff control: 1 member, 1 vote', community: 'only if it has several kinds of member', charity: 'not a charity',
    directorPay: 'allowed', funding: 'shares that members can withdraw',
  },
  {
    key: 'cio', title: 'Charitable incorporated organisation (CIO)',
    law: 'Charities Act 2011 and the CIO Regulations 2012', regulator: 'Charity Commission only', assetLock: 'charity law protects assets',
    surplus: 'none paid out', staff: 'an association model can have staff as voting members', community: 'yes', charity: 'is a charity',
    directorPay: 'pay for trustees is limited, so take advice', funding: 'loans, grants and gifts',
    registration: 'weeks to 6 months', yearly: 'annual return and accounts', weeks: 24,
  },
  {
    key: 'clg-charity', title: 'Charitable company limited by guarantee',
    law: 'Companies Act 2006 and Charities Act 2011', regulator: 'Companies House and Charity Commission', assetLock: 'charity law protects assets',
    surplus: 'none paid out', staff: 'staff can be members, but charity conflict rules apply', community: 'yes', charity: 'is a charity',
    directorPay: 'pay is limited, so take advice', funding: 'loans, grants and gifts',
    registration: 'the company first, then the charity, which takes as long as a CIO', yearly: 'returns to both regulators', weeks: 26,
  },
  {
    key: 'llp', title: 'Limited liability partnership',
    law: 'law on limited liability partnerships', regulator: 'Companies House', assetLock: 'none', surplus: 'shared between the partners',
    staff: 'partners only', community: 'awkward', charity: 'no', directorPay: 'partners draw a share',
    funding: 'capital from partners', registration: 'Companies House', yearly: 'accounts and a list of who controls it', weeks: 2,
  },
  {
    key: 'clg', title: 'Company limited by guarantee, not a CIC or charity',
    law: 'Companies Act 2006', regulator: 'Companies House', assetLock: 'only what its own articles say', surplus: 'as its articles say',
    staff: 'staff can be voting members', community: 'possible', charity: 'no', directorPay: 'allowed', funding: 'loans and some grants',
    registration: 'Companies House', yearly: 'accounts', weeks: 2,
  },
  {
    key: 'cls', title: 'Company limited by shares, not a CIC',
    law: 'Companies Act 2006', regulator: 'Companies House', assetLock: 'only what its own articles say', surplus: 'dividends to shareholders',
    staff: 'staff can hold shares', community: 'possible', charity: 'no', directorPay: 'allowed', funding: 'loans and shares',
    registration: 'Companies House', yearly: 'accounts', weeks: 2,
  },
];

export const formTitle = (key: string): string => LEGAL_FORMS.find((form) => form.key === key)?.title ?? key;

/** What one answer to the guide does: points, forms it rules out, and something to remember. Points are Slipway defaults. */
interface Effect {
  question: string;
  is: 'yes' | 'no';
  points?: Partial<Record<RankedForm, number>>;
  because?: string;
  out?: readonly RankedForm[];
  outBecause?: string;
  note?: string;
  unless?: string;
}

const CICS = ['cic-guarantee', 'cic-shares'] as const;
const CHARITIES = ['cio', 'clg-charity'] as const;
const each = (forms: readonly RankedForm[], points: number) => Object.fromEntries(forms.map((form) => [form, points]));

const EFFECTS: readonly Effect[] = [
  { question: 'gov.guide_charitable', is: 'no', out: CHARITIES, outBecause: 'some purposes are not charitable' },
  {
    question: 'gov.guide_paid_directors', is: 'yes', because: 'whether staff directors can be paid and vote',
    points: { ...each([...CICS, 'cbs', 'coop'], 1), ...each(CHARITIES, -3) },
  },
  {
    question: 'gov.guide_gifts', is: 'yes', because: 'gifts and rates relief', points: each(CHARITIES, 3),
    note: 'A CIC with a linked charity is another way to take gifts',
  },
  {
    question: 'gov.guide_lock', is: 'yes', because: 'a lock on assets for good', points: { ...each([...CICS, ...CHARITIES], 3), cbs: 2, coop: -2 },
    out: ['llp'], outBecause: 'it has no asset lock',
  },
  {
    question: 'gov.guide_investors', is: 'yes', because: 'outside money with a return', points: each(['cic-shares', 'cbs', 'coop'], 2),
    out: CHARITIES, outBecause: 'a charity cannot pay investors a share of surplus',
  },
  { question: 'gov.guide_staff_shares', is: 'yes', because: 'a share for every member of staff', points: { 'cic-shares': 3, coop: 3, cbs: 1 } },
  {
    question: 'gov.guide_community_votes', is: 'yes', because: 'votes for patients and community', points: { cbs: 3, 'cic-guarantee': 2, cio: 2 },
  },
  {
    question: 'gov.guide_fast', is: 'yes', out: CHARITIES,
    outBecause: 'registering a charity can take longer than you have. You could start as a company and add a charity later',
  },
  { question: 'gov.guide_tiny', is: 'yes', because: 'a very small team', points: { 'cic-guarantee': 2 } },
  {
    question: 'gov.guide_joint_venture', is: 'yes', because: 'a joint company with partners', points: each(CICS, 1),
    out: ['llp'], outBecause: 'a joint partnership needs a written opinion on value added tax first', unless: 'gov.vat_opinion',
  },
  {
    question: 'gov.guide_member_benefit', is: 'yes', because: 'a purpose that serves its members', points: { coop: 3 },
    note: 'A CIC may fail the community interest test if it mainly serves its own staff',
  },
  { question: 'gov.guide_freehold', is: 'yes', note: 'Get legal advice on the buildings, and agree a policy on the asset lock and charges' },
];

export const GUIDE_QUESTIONS: readonly string[] = EFFECTS.map((effect) => effect.question);

export interface FormRanking {
  /** Guide questions answered yes or no. */
  answered: number;
  ranked: { form: RankedForm; points: number; reasons: string[] }[];
  ruledOut: { form: RankedForm; reasons: string[] }[];
  notes: string[];
}

/** Ranks the forms by the answers to the guide: hard stops first, then points. Equal points keep the order of RANKED_FORMS. */
export function rankLegalForms(answer: (question: string) => unknown): FormRanking {
  const held = EFFECTS.filter((effect) => answer(effect.question) === effect.is);
  const stops = (form: RankedForm) =>
    held.filter((e) => e.out?.includes(form) && !(e.unless && answer(e.unless) === 'yes')).flatMap((e) => e.outBecause ?? []);
  const scored = RANKED_FORMS.filter((form) => stops(form).length === 0).map((form) => ({
    form,
    points: held.reduce((sum, e) => sum + (e.points?.[form] ?? 0), 0),
    reasons: held.filter((e) => e.points?.[form]).map((e) => `${signed(e.points![form]!)} for ${e.because}`),
  }));
  return {
    answered: GUIDE_QUESTIONS.filter((question) => answer(question) === 'yes' || answer(question) === 'no').length,
    ranked: scored.sort((a, b) => b.points - a.points),
    ruledOut: RANKED_FORMS.filter((form) => stops(form).length > 0).map((form) => ({ form, reasons: stops(form) })),
    notes: held.flatMap((e) => e.note ?? []),
  };
}

const signed = (points: number) => (points > 0 ? `plus ${points}` : `minus ${-points}`);
