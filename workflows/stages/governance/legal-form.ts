import type { GroupWritten } from '../../definition.ts';
import { LEGAL_FORMS, type LegalForm } from '../../legal-forms.ts';
import { cicGuidance, slipwayDefault } from './sources.ts';

const compared = LEGAL_FORMS.filter((form) => form.key !== 'clg' && form.key !== 'cls');
const bullets = (say: (form: LegalForm) => string) => compared.map((form) => `- ${form.title}: ${say(form)}`).join('\n');
const help = bullets((form) => `surplus ${form.surplus}; asset lock: ${form.assetLock}; staff: ${form.staff}`);
const registering = bullets((form) => `${form.regulator}; ${form.registration}. We suggest you allow ${form.weeks} weeks`);
const people = bullets((form) => `${form.staff}; patients and community: ${form.community}; directors: ${form.directorPay}`);
const money = bullets((form) => `asset lock: ${form.assetLock}; money: ${form.funding}`);
const purpose = bullets((form) => form.charity);

const ask = (key: string, title: string, why: string, more: { hint?: string; help?: string } = {}) => ({
  key: `gov.guide_${key}`, title, type: 'yesNo' as const, why, unknown: true as const, source: slipwayDefault, ...more,
});
const ranking = (key: string, title: string, show: string, why: string) => ({
  key, title, why, type: 'computed' as const, computed: { name: 'legalFormRanking', params: { show } }, source: slipwayDefault,
});

/** A guide of 12 questions, its ranking, and the form the team chooses. */
export const legalForm = {
  key: 'legal-form',
  title: 'Legal form',
  sections: [
    {
      key: 'guide-purpose',
      title: 'Purpose and gifts',
      intro:
        'These 12 questions compare legal forms for you. They are guidance, not legal advice. The form does not decide pension ' +
        'access: your contract and the pension route do.',
      questions: [
        ask('charitable', 'Are all your purposes charitable, for public benefit?', 'A charity can do nothing that is not charitable.', { help: purpose }),
        ask('member_benefit', 'Is the main purpose to benefit the members themselves?', 'A co-operative serves its members. Other forms serve the public first.'),
        ask('gifts', 'Do you need gifts, legacies or relief on business rates?', 'Charities can get reliefs that other forms cannot.'),
      ],
    },
    {
      key: 'guide-people',
      title: 'People and control',
      questions: [
        ask('paid_directors', 'Must paid staff sit and vote on the board?', 'Charities limit pay for the people on their board.', { hint: 'Such as the chief executive or the clinical lead', help: people }),
        ask('staff_shares', 'Should every member of staff hold a share?', 'Some forms have shares and some only have members.'),
        ask('community_votes', 'Should patients or the community be voting members?', 'Some forms make room for this more easily.'),
        ask('tiny', 'Is this 1 service with fewer than 10 staff?', 'A simple form is easier for a very small team.'),
      ],
    },
    {
      key: 'guide-money',
      title: 'Money and assets',
      questions: [
        ask('lock', 'Do you want an asset lock that can never be removed?', 'It shows the {commissioner} and the unions that nobody can sell the service for private gain.', { help: money }),
        ask('investors', 'Do you need outside investors who get a return?', 'Some forms may not pay a return at all.'),
        ask('freehold', 'Will you own buildings, or take on a private finance deal?', 'Buildings raise the stakes if the organisation closes.'),
      ],
    },
    {
      key: 'guide-timing',
      title: 'Timing and partners',
      questions: [
        ask('fast', 'Do you plan to open in less than 16 weeks?', 'Some registrations take months.', { help: registering }),
        ask('joint_venture', 'Will you run it together with a trust, GPs or another partner?', 'A shared body needs a form that fits every owner.'),
        {
          key: 'gov.vat_opinion', title: 'Do you have a written opinion on value added tax for a partnership?', type: 'yesNo', unknown: true, notApplicable: true,
          why: 'One NHS partnership could not get back the tax it had counted on. It closed after 8 months.',
          source: { title: 'National Audit Office, Investigation into the collapse of the UnitingCare Partnership contract, 2016', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'guide-result',
      title: 'Ranked legal forms',
      hint: 'Worked out from your answers',
      questions: [
        ranking('gov.guide_ranking', 'Forms in order', 'order', 'It shows which forms fit your answers best.'),
        ranking('gov.guide_reasons', 'What counted for and against', 'reasons', 'You can tell your founders where the order comes from.'),
        ranking('gov.guide_ruled_out', 'Ruled out, and why', 'ruledOut', 'It shows which forms your answers exclude.'),
      ],
    },
    {
      key: 'chosen-form',
      title: 'Chosen legal form',
      questions: [
        {
          key: 'gov.legal_form', title: 'Which legal form have you chosen?', type: 'choice', unknown: true,
          why: 'The form decides who owns the organisation, what happens to surplus and who regulates it.',
          help,
          options: [
            ...LEGAL_FORMS.map(({ key, title, yearly }) => ({ key, title, hint: `Each year: ${yearly}` })),
            { key: 'other', title: 'Another form' },
          ],
          rules: [
            { check: 'legalFormRanked', params: { top: 2, leastAnswers: 6 } },
            { check: 'guideAnswered' },
            { check: 'partnershipHasVatOpinion' },
            { check: 'formReadyInTime', params: { transfer: 'hr.transfer_date' } },
          ],
          source: cicGuidance,
        },
        {
          key: 'gov.form_other', title: 'What is the other form?', type: 'text', words: 20, when: { question: 'gov.legal_form', is: ['other'] },
        },
        {
          key: 'gov.form_reason', title: 'Why this form?', type: 'longText', words: 200,
          why: 'A form that fits the purpose saves a costly change later.',
          hint: 'Say what mattered most, and which forms you left out',
          example:
            'We want every member of staff to have a vote, a lock on our assets for good, and a therapist on the board who is also paid. ' +
            'A community interest company limited by guarantee gives us all 3. We left out a charity, because it limits pay for board members, ' +
            'and shares, because 42 staff told us in May that they did not want to own anything.',
        },
        {
          key: 'gov.form_minuted_on', title: 'When did your founders or board agree it?', type: 'date', unknown: true,
          why: 'The choice belongs in the minutes, with the reasons.', hint: 'The date of the minute',
          rules: [{ check: 'dateInPast', params: { label: 'The date of the minute' } }],
        },
      ],
    },
    {
      key: 'community-benefit',
      title: 'Community benefit',
      questions: [
        {
          key: 'gov.community_benefit', title: 'What is your purpose, and how will the community gain?', type: 'longText', words: 300,
          why: 'It becomes the community interest statement or the objects in your articles.',
          help:
            'For a community interest company (CIC), a reasonable person must see a benefit to the community, not only to staff or members. ' +
            'Political activity does not count. The test applies for as long as the CIC exists.',
          hint: 'Say who gains and what you will do for them',
          example:
            'Harbour Lane Therapies helps adults in the harbour towns live well at home after illness or injury. Patients gain faster and longer ' +
            'support. Carers gain training and breaks. We will put any surplus into groups that anyone can join, free of charge.',
          source: cicGuidance,
        },
        {
          key: 'gov.beneficiaries', title: 'Who gains from it?', type: 'choices', hint: 'Select all that apply',
          options: [
            { key: 'patients', title: 'Patients' },
            { key: 'carers', title: 'Carers and families' },
            { key: 'community', title: 'The wider community' },
            { key: 'staff', title: 'Staff' },
            { key: 'members', title: 'Members' },
          ],
          rules: [{ check: 'communityInterest' }, { check: 'onlyStaffGain' }],
          source: cicGuidance,
        },
      ],
    },
    {
      key: 'community-statement',
      title: 'Community interest form',
      when: { question: 'gov.legal_form', is: ['cic-guarantee', 'cic-shares'] },
      intro:
        'These are the parts of form CIC36. Fees change, so check the list at Companies House. The memorandum is made online, ' +
        'so you do not upload it here.',
      questions: [
        {
          key: 'gov.cic_community', title: 'Which community will you serve?', type: 'longText', words: 80, why: 'The regulator asks who the company is for.',
          example: 'Adults in the harbour towns who need therapy at home or in a clinic near them, and the people who care for them.',
          source: cicGuidance,
        },
        {
          key: 'gov.cic_activities', title: 'What will you do, and how does each activity help?', type: 'table', row: 'activity', minRows: 1,
          columns: [
            { key: 'activity', title: 'Activity', type: 'text', words: 30 },
            { key: 'benefit', title: 'How it helps the community', type: 'text', words: 50 },
          ],
          source: cicGuidance,
        },
        {
          key: 'gov.cic_surplus_use', title: 'How will you use any surplus?', type: 'longText', words: 80, why: 'The regulator asks where surplus goes.',
          example: 'Half goes to reserves until we hold 3 months of costs. The rest pays for free groups for carers and for training.',
          source: cicGuidance,
        },
        {
          key: 'gov.cic_signatories', title: 'Who will sign the form?', type: 'table', row: 'person', minRows: 1,
          columns: [
            { key: 'name', title: 'Name', type: 'text', words: 8 },
            { key: 'role', title: 'Role', type: 'text', words: 8, hint: 'Such as first director' },
          ],
          source: cicGuidance,
        },
      ],
    },
  ],
} satisfies GroupWritten;
