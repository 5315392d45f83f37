import type { GroupWritten } from '../../definition.ts';
import { line, lines, slipwayDefault, yearColumns, yearColumnsWithoutTotal } from './lines.ts';

const pensionRates = { title: 'NHS Business Services Authority, NHS Pension Scheme employer contribution rate from 1 April 2024',
  checkedOn: '2026-11-23' } as const;
const vatLaw = { title: 'Value Added Tax Act 1994, section 41 and schedule 9', checkedOn: '2026-11-23' } as const;
const nowAndYear1 = [
  { key: 'now', title: 'Today, at the {parent}', type: 'money', optional: true, total: true },
  { key: 'y1', title: 'Year 1, on your own', type: 'money', total: true },
] as const;

/** The financial case, second part: what it costs to run. */
export const costs = {
  key: 'costs',
  title: 'Running costs',
  sections: [
    {
      key: 'pay-costs',
      title: 'Pay for 5 years',
      intro: 'Enter pay without pensions. Pensions come next.',
      questions: [
        {
          key: 'fin.pay', title: 'What will you spend on pay?', type: 'table', why: 'Pay is the largest cost of most services.',
          hint: 'Leave a line blank if you have none',
          fixedRows: lines({
            'pay-01': 'Clinical staff', 'pay-02': 'Administration', 'pay-03': 'Management', 'pay-04': 'Bank staff', 'pay-05': 'Agency staff',
            'pay-06': 'National Insurance and apprenticeship levy',
          }),
          columns: yearColumns,
          rules: [{ check: 'yearsFilled', params: { label: 'pay' } }],
        },
      ],
    },
    {
      key: 'staff-numbers',
      title: 'How pay was worked out',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.pay_build', title: 'How many staff are in each group, and what do they cost?', type: 'table', row: 'staff group', minRows: 1,
          why: 'Reviewers check pay by counting posts.', hint: 'Use the middle of the pay band',
          columns: [
            { key: 'group', title: 'Staff group', type: 'text', words: 12 },
            { key: 'wte', title: 'Full-time equivalent staff', type: 'decimal', min: 0, total: true },
            { key: 'pay', title: 'Yearly pay for each', type: 'money', min: 0 },
            { key: 'oncost', title: 'Employer costs on top (%)', type: 'percent', hint: 'Without pension' },
          ],
          rules: [
            { check: 'columnWithinAnswer', params: { column: 'wte', question: 'eoi.headcount', label: 'Full-time equivalent staff',
              otherLabel: 'the staff in scope' } },
            { check: 'payBuildMatches', params: { percent: 5 } },
          ],
        },
        {
          key: 'fin.pay_award', title: 'Who pays for national pay awards?', type: 'table', unknown: true,
          why: 'Some awards were not funded for organisations outside the NHS.', hint: 'These sums are already inside the pay lines',
          fixedRows: lines({ funded: 'Paid for by your payers', unfunded: 'Paid for by you' }),
          columns: yearColumns,
        },
      ],
    },
    {
      key: 'pensions',
      title: 'Pension costs',
      questions: [
        { key: 'fin.pension_rate', title: 'What employer pension rate do you use?', type: 'percent',
          why: 'A small change in this rate moves your costs a lot.' },
        { key: 'fin.pensionable_pay', title: 'How much pay counts for the NHS Pension Scheme in year 1?', type: 'money', min: 0 },
        {
          key: 'fin.pension_cost', title: 'What will you pay into pensions?', type: 'table',
          fixedRows: [line('pay-07', 'NHS Pension Scheme'), line('pay-08', 'Another scheme', 'New staff, if the NHS scheme is closed to them')],
          columns: yearColumns,
          rules: [
            { check: 'yearsFilled', params: { label: 'pension cost' } },
            { check: 'pensionMatchesRate', params: { percent: 5 } },
            { check: 'pensionAtFullRate', params: { rate: 23.78 }, pathways: ['public-service-mutual'] },
          ],
        },
        {
          key: 'fin.pension_joiners', title: 'Which pension will people you hire later get?', type: 'choice', unknown: true,
          why: 'Different pensions for the same work worry staff and unions.',
          options: [
            { key: 'nhs', title: 'NHS Pension Scheme' },
            { key: 'other', title: 'Another workplace scheme' },
            { key: 'undecided', title: 'Not decided' },
          ],
        },
      ],
    },
    {
      key: 'pension-both-rates',
      title: 'Both pension rates',
      pathways: ['public-service-mutual'],
      intro: 'NHS employers pay 14.38% themselves and the rest of 23.78% is paid centrally. Do not count on the central part until you have it in writing.',
      questions: [
        { key: 'fin.pension_lower', title: 'Pension cost at 14.38%', type: 'computed',
          computed: { name: 'pensionAtRate', params: { rate: 14.38 } }, source: pensionRates },
        { key: 'fin.pension_full', title: 'Pension cost at 23.78%', type: 'computed',
          computed: { name: 'pensionAtRate', params: { rate: 23.78 } }, source: pensionRates },
        {
          key: 'fin.pension_confirmed', title: 'Has the NHS Business Services Authority told you in writing which rate you will pay?',
          type: 'yesNo', unknown: true,
          fullFormOnly: true,
        },
      ],
    },
    {
      key: 'other-costs',
      title: 'Other running costs',
      intro: 'Insurance and VAT you cannot recover come next, so leave them out here.',
      questions: [
        {
          key: 'fin.nonpay', title: 'What else will you spend?', type: 'table', hint: 'Leave a line blank if you have none',
          fixedRows: [
            line('non-01', 'Clinical supplies, drugs and equipment'),
            line('non-02', 'Premises', 'Rent, service charge, rates, cleaning and repairs'),
            line('non-it', 'Computers, systems and phones'),
            line('non-03', 'Support services you buy in', 'Finance, payroll, HR, legal, audit, estates, buying'),
            line('non-05', 'Fees to regulators', 'Care Quality Commission, data protection, licences'),
            line('non-07', 'Training and travel'),
            line('non-08', 'Money set aside for surprises'),
          ],
          columns: yearColumns,
          rules: [
            { check: 'yearsFilled', params: { label: 'other running costs' } },
            { check: 'contingencyHeld', params: { row: 'non-08', percent: 1 } },
          ],
        },
      ],
    },
    {
      key: 'premises-and-it-costs',
      title: 'Premises and IT costs',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.estates', title: 'What makes up your premises cost?', type: 'table', why: 'Rents may rise to the market rate after a move.',
          fixedRows: lines({ rent: 'Rent', service: 'Service charge', facilities: 'Cleaning, repairs and security', rates: 'Rates',
            utilities: 'Energy and water' }),
          columns: nowAndYear1.map((column) => ({ ...column })),
          rules: [
            { check: 'columnWithinTable', params: { column: 'y1', question: 'fin.nonpay', row: 'non-02', otherColumn: 'y1',
              label: 'Premises costs', otherLabel: 'the premises line in year 1' } },
            { check: 'columnReachesTable', params: { column: 'y1', question: 'fin.nonpay', row: 'non-02', otherColumn: 'y1',
              label: 'Premises costs', otherLabel: 'the premises line in year 1' } },
          ],
        },
        {
          key: 'fin.it', title: 'What makes up your IT cost?', type: 'table',
          fixedRows: lines({ clinical: 'Clinical record system', devices: 'Laptops and phones', network: 'Network and email',
            support: 'Support and security', licences: 'Other licences' }),
          columns: nowAndYear1.map((column) => ({ ...column })),
          rules: [
            { check: 'columnWithinTable', params: { column: 'y1', question: 'fin.nonpay', row: 'non-it', otherColumn: 'y1',
              label: 'IT costs', otherLabel: 'the computers line in year 1' } },
            { check: 'columnReachesTable', params: { column: 'y1', question: 'fin.nonpay', row: 'non-it', otherColumn: 'y1',
              label: 'IT costs', otherLabel: 'the computers line in year 1' } },
          ],
        },
      ],
    },
    {
      key: 'overheads',
      title: 'Overhead costs',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.overheads', title: 'What do support services cost, today and on your own?', type: 'table',
          why: 'Small organisations may pay more for support than their share of the {parent}\'s costs.',
          fixedRows: lines({
            finance: 'Finance', payroll: 'Payroll', hr: 'HR', governance: 'Information governance', legal: 'Legal', audit: 'Audit',
            estates: 'Estates team',
            procurement: 'Buying', other: 'Anything else',
          }),
          columns: nowAndYear1.map((column) => ({ ...column })),
          rules: [
            { check: 'columnWithinTable', params: { column: 'y1', question: 'fin.nonpay', row: 'non-03', otherColumn: 'y1',
              label: 'Overheads', otherLabel: 'the support services line in year 1' } },
            { check: 'columnReachesTable', params: { column: 'y1', question: 'fin.nonpay', row: 'non-03', otherColumn: 'y1',
              label: 'Overheads', otherLabel: 'the support services line in year 1' } },
          ],
        },
        { key: 'fin.overhead_change', title: 'Change in overheads', type: 'computed', computed: { name: 'overheadChange' } },
        { key: 'fin.stranded', title: 'How much of today\'s overheads would be left with the {parent} each year?', type: 'money', min: 0, unknown: true,
          why: 'The {parent} still pays for its buildings and teams after you go.' },
        { key: 'fin.stranded_plan', title: 'Who will bear that, and how will it fall?', type: 'longText', catchesBenefits: true, words: 120, unknown: true },
      ],
    },
    {
      key: 'insurance',
      title: 'Insurance cover',
      questions: [
        {
          key: 'fin.clinical_cover', title: 'How will clinical claims be covered?', type: 'choice', unknown: true,
          why: 'A clinical claim without cover could end a small organisation.',
          options: [
            { key: 'cnst', title: 'The NHS scheme (Clinical Negligence Scheme for Trusts)' },
            { key: 'commercial', title: 'A commercial policy' },
            { key: 'both', title: 'Both, by service' },
          ],
          rules: [{ check: 'councilWorkCovered', pathways: ['public-service-mutual'] }],
          source: { title: 'NHS Resolution, Clinical Negligence Scheme for Trusts: membership for social enterprises', checkedOn: '2026-11-23' },
        },
        {
          key: 'fin.insurance', title: 'What insurance will you buy?', type: 'table', hint: 'Leave a line blank if you do not need it',
          fixedRows: [
            line('clinical', 'Clinical negligence'), line('employer', 'Employers\' liability', 'The law asks for at least £5 million of cover'),
            line('public', 'Public liability'), line('directors', 'Directors and officers'), line('property', 'Property and contents'),
            line('cyber', 'Cyber'), line('motor', 'Motor'), line('regulatory', 'Legal help in regulatory cases'), line('equipment', 'Key equipment'),
          ],
          columns: [
            { key: 'cover', title: 'Most it would pay', type: 'money', optional: true },
            { key: 'yearly', title: 'Cost a year', type: 'money', optional: true, total: true },
          ],
          rules: [{ check: 'employersLiabilityCover', params: { row: 'employer', leastPence: 500_000_000 } },
            { check: 'linesPriced', params: { rows: ['clinical', 'public'] } }],
          source: { title: 'Employers\' Liability (Compulsory Insurance) Regulations 1998, regulation 3', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'vat',
      title: 'VAT costs',
      intro: 'NHS bodies can get VAT back on many services they buy. Organisations outside the NHS that give exempt health care usually cannot, so VAT becomes a cost.',
      questions: [
        {
          key: 'fin.vat_irrecoverable', title: 'How much VAT will you not get back?', type: 'table', source: vatLaw,
          why: 'This cost is easy to miss, because NHS bodies mostly do not have it.', hint: 'Enter 0 only if your adviser says there is none',
          fixedRows: lines({ y1: 'Year 1', y2: 'Year 2', y3: 'Year 3', y4: 'Year 4', y5: 'Year 5' }),
          columns: [
            { key: 'vatable', title: 'Spending that carries VAT', type: 'money', min: 0, optional: true },
            { key: 'share', title: 'Share you cannot get back (%)', type: 'percent', optional: true },
            { key: 'vat', title: 'VAT you cannot get back', type: 'money', min: 0, optional: true, total: true },
          ],
          rules: [{ check: 'vatFilled' }, { check: 'vatAddsUp', params: { rate: 20 } }],
        },
        {
          key: 'fin.vat_advice', title: 'Do you have a signed VAT opinion?', type: 'choice', why: 'The rules differ by service and by payer.',
          options: [{ key: 'signed', title: 'Yes, signed' }, { key: 'ordered', title: 'Ordered, not signed yet' }, { key: 'none', title: 'No' }],
          rules: [
            { check: 'adviseWhen', severity: 'block', params: { is: ['ordered', 'none'],
              message: 'Get a signed VAT opinion from a tax adviser, attach it, then select Yes' } },
          ],
          source: slipwayDefault,
        },
        { key: 'fin.vat_file', title: 'Signed VAT opinion', type: 'file', evidence: 'vat-opinion',
          when: { question: 'fin.vat_advice', is: ['signed'] } },
        { key: 'fin.vat_leak', title: 'VAT beside your savings', type: 'computed', computed: { name: 'vatLeak', params: { rate: 20 } } },
      ],
    },
    {
      key: 'cost-totals',
      title: 'Total costs and surplus',
      questions: [
        { key: 'fin.cost_years', title: 'Total running costs', type: 'computed', computed: { name: 'fiveYearLine', params: { figure: 'cost' } } },
        {
          key: 'fin.surplus_years', title: 'Surplus', type: 'computed', computed: { name: 'fiveYearLine', params: { figure: 'surplus' } },
          rules: [{ check: 'surplusBySteady', params: { fromYear: 2 } }],
        },
        {
          key: 'fin.totals', title: 'What totals does your own financial model show?', type: 'table', fullFormOnly: true,
          why: 'If the lines here and your model differ, readers will trust neither.',
          fixedRows: lines({ income: 'Total income', cost: 'Total running costs' }),
          columns: yearColumnsWithoutTotal,
          rules: [{ check: 'linesWithinTotals', params: { percent: 0.1 } }, { check: 'linesReachTotals', params: { percent: 1 } }],
        },
      ],
    },
  ],
} satisfies GroupWritten;
