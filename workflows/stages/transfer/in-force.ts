import type { GroupWritten } from '../../definition.ts';
import { TRANSFER_DATE } from './mobilisation.ts';

const byTransfer = (label: string) => ({ check: 'byTransferDate', params: { dates: TRANSFER_DATE, label } });
const past = (label: string) => ({ check: 'dateInPast', params: { label } });

/** What must be in force on the day: registration, cover, pensions, money, pay and the signed agreements. */
export const inForce: GroupWritten = {
  key: 'in-force',
  title: 'In force on the day',
  sections: [
    {
      key: 'transfer-registration',
      title: 'Care quality registration',
      intro: 'The Care Quality Commission (CQC) checks and registers health and care providers. Caring for people unregistered is an offence.',
      questions: [
        {
          key: 'go.cqc',
          title: 'What is the state of your registration?',
          type: 'choice',
          why: 'Nobody may go live without a registration that is needed.',
          options: [
            { key: 'registered', title: 'Registered', hint: 'We have the certificate' },
            { key: 'applied', title: 'Applied', hint: 'We are waiting for a decision' },
            { key: 'not-applied', title: 'Not applied yet' },
            { key: 'refused', title: 'Refused, or proposed to refuse' },
            { key: 'not-needed', title: 'Not needed', hint: 'We carry out no regulated activity' },
          ],
          source: { title: 'Health and Social Care Act 2008, section 10', checkedOn: '2026-11-23' },
        },
        {
          key: 'go.cqc_applied',
          title: 'When did you apply?',
          type: 'date',
          when: { question: 'go.cqc', is: ['registered', 'applied', 'refused'] },
          rules: [past('Date you applied')],
        },
        {
          key: 'go.cqc_decided',
          title: 'When was the decision made?',
          type: 'date',
          when: { question: 'go.cqc', is: ['registered', 'refused'] },
          rules: [
            past('Date of the decision'),
            { check: 'dateAfter', params: { question: 'go.cqc_applied', label: 'Date of the decision', otherLabel: 'the date you applied' } },
          ],
        },
        {
          key: 'go.cqc_certificate',
          title: 'What is the certificate number?',
          type: 'text',
          words: 5,
          when: { question: 'go.cqc', is: ['registered'] },
          why: 'Anyone can look the number up.',
        },
        {
          key: 'go.cqc_reason',
          title: 'Why is registration not needed?',
          type: 'longText',
          words: 80,
          when: { question: 'go.cqc', is: ['not-needed'] },
          why: 'The people who decide will want to see who gave you this advice.',
        },
        {
          key: 'go.cqc_file',
          title: 'Registration certificate',
          type: 'file',
          evidence: 'cqc-certificate',
          when: { question: 'go.cqc', is: ['registered'] },
        },
      ],
    },
    {
      key: 'transfer-indemnity',
      title: 'Clinical negligence cover',
      intro:
        'Clinical negligence cover pays claims when care causes harm. ' +
        'The Clinical Negligence Scheme for Trusts (CNST) is the state scheme, run by NHS Resolution.',
      questions: [
        {
          key: 'go.indemnity',
          title: 'What cover will you have?',
          type: 'choice',
          why: 'Every service must be covered from the first minute.',
          options: [
            { key: 'cnst', title: 'The state scheme', hint: 'Open to social enterprises since April 2013', pathways: ['right-to-provide', 'public-service-mutual'] },
            { key: 'commercial', title: 'Commercial insurance' },
            { key: 'both', title: 'Both', hint: 'State scheme for NHS work, insurance for the rest', pathways: ['right-to-provide', 'public-service-mutual'] },
            { key: 'host-scheme', title: "Under the {parent}'s membership", hint: 'Agreed in writing', pathways: ['right-to-request'] },
          ],
          rules: [{ check: 'coverFitsPayers', params: { payers: 'go.indemnity_council' } }],
          source: { title: 'NHS Resolution, guidance for social enterprises and independent providers', checkedOn: '2026-11-23' },
        },
        {
          key: 'go.indemnity_council',
          title: 'Do you hold any contract with a council?',
          type: 'yesNo',
          why: 'The state scheme does not cover work under a council contract, even if it was once NHS work.',
        },
        {
          key: 'go.indemnity_from',
          title: 'When does the cover start?',
          type: 'date',
          from: 'gov.claims_cutover',
          why: 'A gap of one day would leave patients and staff without cover.',
          rules: [{ ...byTransfer('Start of the cover'), severity: 'block' }],
        },
        {
          key: 'go.indemnity_legacy',
          title: 'Have you agreed in writing who pays claims about care before transfer?',
          type: 'yesNo',
          from: 'gov.legacy_indemnity',
          why: 'Cover starts on the day you join, so older incidents must stay with somebody.',
          rules: [{ check: 'adviseWhen', params: { is: ['no'], message: 'Agree in writing who pays claims about care given before transfer' }, severity: 'warn' }],
        },
      ],
    },
    {
      key: 'transfer-insurance',
      title: 'Insurance certificates',
      questions: [
        {
          key: 'go.employers_liability',
          title: "How much employers' liability cover do you have?",
          type: 'money',
          min: 0,
          why: 'The law asks every employer for at least £5 million of cover from the first day.',
          hint: 'The amount for any one claim, in pounds',
          rules: [{ check: 'moneyAtLeast', params: { pence: 500_000_000, label: "Employers' liability cover" }, severity: 'block' }],
          source: { title: "GOV.UK, Employers' liability insurance", checkedOn: '2026-11-23' },
        },
        {
          key: 'go.insurance_from',
          title: "When does employers' liability cover start?",
          type: 'date',
          rules: [{ ...byTransfer("Start of employers' liability cover"), severity: 'block' }],
          source: { title: "GOV.UK, Employers' liability insurance", checkedOn: '2026-11-23' },
        },
        {
          key: 'go.insurance_file',
          title: 'Certificates of all cover',
          type: 'file',
          evidence: 'insurance-certificate',
          why: 'A certificate is the proof that the cover exists.',
        },
      ],
    },
    {
      key: 'transfer-pensions',
      title: 'Pension access',
      intro: 'This is the answer from NHS Pensions. How you chose the route is in the workforce stage.',
      questions: [
        {
          key: 'go.pension_direction',
          title: 'What is the state of NHS pension access?',
          type: 'choice',
          why: 'Staff in the NHS Pension Scheme would lose pension for each day without it.',
          options: [
            { key: 'granted', title: 'Granted', hint: 'In writing, for every member of the scheme' },
            { key: 'applied', title: 'Applied, no answer yet' },
            { key: 'not-applied', title: 'Not applied yet' },
            { key: 'not-needed', title: 'Not needed', hint: 'Nobody who transfers is in the scheme' },
          ],
        },
        {
          key: 'go.pension_granted',
          title: 'From which date is it granted?',
          type: 'date',
          when: { question: 'go.pension_direction', is: ['granted'] },
          rules: [{ ...byTransfer('Start of pension access'), severity: 'block' }],
        },
        {
          key: 'go.pension_file',
          title: 'Letter that grants access',
          type: 'file',
          evidence: 'pension-direction',
          optional: true,
          hint: 'Leave empty if it is already in the workforce stage',
          when: { question: 'go.pension_direction', is: ['granted'] },
        },
      ],
    },
    {
      key: 'transfer-money',
      title: 'Bank and cash',
      questions: [
        {
          key: 'go.bank_facility',
          title: 'What is the state of your loan or overdraft facility?',
          type: 'choice',
          why: 'The first months are when new bodies run short of cash.',
          options: [
            { key: 'live', title: 'Signed and ready to draw' },
            { key: 'agreed', title: 'Agreed, not signed' },
            { key: 'applied', title: 'Applied for' },
            { key: 'not-needed', title: 'Not needed', hint: 'Payment in advance or our own cash covers it' },
          ],
          rules: [{ check: 'adviseWhen', params: { is: ['agreed', 'applied'], message: 'Sign the facility before transfer, or show the cash that covers the first months' }, severity: 'warn' }],
        },
        {
          key: 'go.bank_limit',
          title: 'What is the limit?',
          type: 'money',
          min: 0,
          when: { question: 'go.bank_facility', is: ['live', 'agreed', 'applied'] },
          from: 'fin.working_capital_limit',
        },
        { key: 'go.bank_date', title: 'When was it signed?', type: 'date', when: { question: 'go.bank_facility', is: ['live'] }, rules: [past('Date signed')] },
        {
          key: 'go.opening_cash',
          title: 'How much cash will you have on the first day?',
          type: 'money',
          unknown: true,
          why: 'A body that starts with less than it owes is in trouble on day one.',
        },
      ],
    },
    {
      key: 'transfer-payroll',
      title: 'Payroll test',
      intro: 'A parallel run pays nobody. It works out the pay in the new system and compares it with the old one.',
      questions: [
        {
          key: 'go.payroll_test',
          title: 'When was the last parallel payroll run?',
          type: 'date',
          why: 'Being paid right and on time is what staff notice first.',
          rules: [past('Date of the payroll run'), byTransfer('Last parallel payroll run')],
        },
        {
          key: 'go.payroll_gap',
          title: 'How far apart were the two totals?',
          type: 'percent',
          hint: 'The difference as a share of gross pay',
          rules: [{ check: 'percentUnder', params: { limit: 0.5, label: 'The difference in pay' } }],
          source: { title: 'Slipway default', assumed: true },
        },
        {
          key: 'go.payroll_unpaid',
          title: 'How many staff would not have been paid?',
          type: 'whole',
          min: 0,
          rules: [{ check: 'shouldBeNone', params: { message: 'Find out why, correct it and run the payroll test again' } }],
        },
      ],
    },
  ],
};
