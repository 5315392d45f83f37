import type { GroupWritten } from '../../definition.ts';
import { careRegulation, liability, nhsResolution, slipwayDefault } from './sources.ts';

const today = ['public-service-mutual'] as 'public-service-mutual'[];

/** Who must license or register the new body, and how harm and loss are covered. */
export const registration = {
  key: 'registration',
  title: 'Registration and cover',
  sections: [
    {
      key: 'registrations',
      title: 'Registrations',
      questions: [
        {
          key: 'gov.nhs_turnover', title: 'How much NHS income do you expect in the first 12 months?', type: 'money', min: 0, unknown: true, from: 'eoi.budget',
          why: 'It decides whether you need the NHS provider licence.',
          hint: 'Leave out VAT, primary medical and dental work, continuing care and funded nursing', pathways: today,
          source: { title: 'NHS England, Check if you need a licence', checkedOn: '2026-11-23' },
        },
        {
          key: 'gov.registrations', title: 'Which registrations do you need?', type: 'table', unknown: true,
          why: 'Some take half a year. Nothing can open without them.',
          help:
            'A new legal body registers again with the care regulator, even if sites and managers stay the same. There is a shorter ' +
            'way for managers who carry on. ' +
            'The regulator aims to decide about 10 weeks after it accepts a complete application. An incomplete form comes back.\n\n' +
            'Weeks for other rows are our suggestions. Fees and dates change, so check each one.',
          columns: [
            {
              key: 'needed', title: 'Needed', type: 'choice',
              options: [{ key: 'yes', title: 'Yes' }, { key: 'no', title: 'No' }, { key: 'not-sure', title: 'Not sure' }],
            },
            { key: 'owner', title: 'Owner', type: 'text', words: 8, optional: true },
            { key: 'apply-on', title: 'Apply on', type: 'date', optional: true },
            {
              key: 'state', title: 'State', type: 'choice', optional: true,
              options: [
                { key: 'not-started', title: 'Not started' },
                { key: 'applied', title: 'Applied' },
                { key: 'granted', title: 'Granted' },
                { key: 'refused', title: 'Refused' },
              ],
            },
            { key: 'reference', title: 'Reference', type: 'text', words: 8, optional: true },
          ],
          fixedRows: [
            { key: 'cqc', title: 'Care Quality Commission', hint: 'For any regulated activity, each with a registered manager' },
            { key: 'provider-licence', title: 'NHS provider licence', hint: 'From £10 million of NHS income, or for services hard to replace' },
            { key: 'ods', title: 'Codes from the Organisation Data Service', hint: 'Needed for secure email, data returns and referrals' },
            { key: 'dspt', title: 'Data security toolkit', hint: 'For everyone who holds NHS patient data; done each year' },
            { key: 'ico', title: 'Data protection fee', hint: 'Paid to the Information Commissioner each year' },
            { key: 'csds', title: 'Community services data set', hint: 'Monthly data from all publicly paid community services' },
            { key: 'controlled-drugs', title: 'Controlled drugs licence', hint: 'If you hold stock; it can take 6 months or more' },
            { key: 'hmrc', title: 'Tax: payroll, corporation tax and VAT', hint: 'The payroll letter can take up to 15 working days' },
            { key: 'pension-regulator', title: 'The Pensions Regulator', hint: 'Duties start with your first employee' },
            { key: 'other', title: 'Others', hint: 'Such as Ofsted, or a wholesale licence to supply medicines to another body' },
          ],
          rules: [
            {
              check: 'registrationsPlanned',
              params: { transfer: 'hr.transfer_date', weeks: { cqc: 22, 'provider-licence': 12, ods: 12, dspt: 12, ico: 6, csds: 10, 'controlled-drugs': 30, hmrc: 12 } },
            },
            { check: 'careRegistrationNeeded' },
            { check: 'providerLicenceNeeded', params: { turnover: 'gov.nhs_turnover', pence: 1_000_000_000 }, pathways: today },
          ],
          source: careRegulation,
        },
      ],
    },
    {
      key: 'clinical-cover',
      title: 'Cover for clinical claims',
      questions: [
        {
          key: 'gov.indemnity', title: 'How is each service covered if a patient is harmed?', type: 'table', row: 'service', minRows: 1, unknown: true,
          why: 'One claim without cover could close you.',
          help:
            'Social enterprises that hold an NHS contract, or work under somebody who does, can join the NHS scheme (the Clinical ' +
            'Negligence Scheme for Trusts). ' +
            'This has been so since April 2013. The scheme does not cover work for a council, even if the NHS used to pay for it.\n\n' +
            'Ask to join with your name, services, payers, start date, any section 75 agreement and staff numbers.',
          columns: [
            { key: 'service', title: 'Service', type: 'text', words: 10 },
            {
              key: 'payer', title: 'Payer', type: 'choice',
              options: [
                { key: 'nhs', title: 'An NHS commissioner' },
                { key: 'nhs-subcontract', title: 'A provider with an NHS contract' },
                { key: 'council', title: 'A council' },
                { key: 'other', title: 'Another payer' },
              ],
            },
            {
              key: 'cover', title: 'Cover', type: 'choice',
              options: [{ key: 'cnst', title: 'NHS scheme' }, { key: 'commercial', title: 'Commercial policy' }, { key: 'none', title: 'None yet' }],
            },
            { key: 'from', title: 'From', type: 'date', optional: true },
            { key: 'to', title: 'To', type: 'date', optional: true },
          ],
          rules: [
            { check: 'indemnityFitsPayer' },
            { check: 'indemnityHasNoGap', params: { transfer: 'hr.transfer_date' } },
          ],
          source: nhsResolution,
        },
        {
          key: 'gov.claims_cutover', title: 'From which day do new claims fall to you?', type: 'date', unknown: true, from: 'hr.transfer_date',
          why: 'Harm before that day stays with the {parent}. Harm after it is yours.', hint: 'Usually the day of the transfer, from midnight',
          source: nhsResolution,
        },
        {
          key: 'gov.legacy_indemnity', title: 'Has the {parent} agreed in writing to cover claims from before that day?', type: 'yesNo', unknown: true,
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Agree this in the transfer agreement. Old claims can sink a new organisation' } }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'insurance',
      title: 'Insurance',
      questions: [
        {
          key: 'gov.insurance', title: 'Which insurance will you have, and from when?', type: 'table', from: 'fin.insurance', unknown: true,
          why: "The law asks for employers' liability insurance of £5 million or more. Being without it can cost £2,500 a day.",
          columns: [
            { key: 'needed', title: 'Needed', type: 'yesNo' },
            { key: 'cover', title: 'Most it would pay', type: 'money', min: 0, optional: true },
            { key: 'from', title: 'From', type: 'date', optional: true },
            { key: 'insurer', title: 'Insurer', type: 'text', words: 8, optional: true },
          ],
          fixedRows: [
            { key: 'employer', title: "Employers' liability" },
            { key: 'public', title: 'Public liability' },
            { key: 'third-party', title: 'Other liability to third parties' },
            { key: 'directors', title: 'Directors and officers' },
            { key: 'property', title: 'Property and contents' },
            { key: 'cyber', title: 'Cyber' },
            { key: 'motor', title: 'Motor' },
            { key: 'regulatory', title: 'Legal help in regulatory cases' },
            { key: 'equipment', title: 'Key equipment' },
          ],
          rules: [{ check: 'employersLiability', params: { transfer: 'hr.transfer_date', pence: 500_000_000 } }],
          source: liability,
        },
      ],
    },
  ],
} satisfies GroupWritten;
