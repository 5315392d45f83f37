import type { GroupWritten } from '../../definition.ts';

const assumed = { title: 'Slipway default', assumed: true as const };

export const exit = {
  key: 'exit',
  title: 'Exit and handing back',
  sections: [
    {
      key: 'exit-plan',
      title: 'Exit plan',
      questions: [
        {
          key: 'cont.succession_exit', title: 'What happens when the contract ends?', type: 'longText', words: 250,
          why: 'A provider with one contract lives or dies by what comes next.',
          example:
            'In spring 2030 the board decides whether to extend, buy again or take the service back. If we lose it, staff move to the new provider under the same law as before. ' +
            'We hand over records, rooms and equipment from a list we refresh every 6 months, and wind up within 6 months of the last day.',
        },
        { key: 'cont.exit_manager', title: 'Who would manage the exit?', type: 'text', words: 20, hint: 'Give the job and the organisation' },
        {
          key: 'cont.sustainability', title: 'Who would take over from today\'s leaders?', type: 'longText', words: 150, from: 'bc.succession', optional: true,
          why: 'Many enterprises rest on one or two people.',
          source: { title: 'The King\'s Fund, Social enterprise in health care, 2011', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'exit-timing',
      title: 'Exit timing',
      questions: [
        {
          key: 'cont.exit_months', title: 'How many months before the end will exit work start?', type: 'whole', unit: 'months', min: 0, max: 60,
          why: 'In one case the decision not to renew came about 9 months before the end, and that was tight.',
          rules: [{ check: 'adviseAtMost', severity: 'warn', params: { most: 11, message: 'We suggest 12 months or more before the contract ends. Say in the exit plan why less is enough' } }],
          source: assumed,
        },
        {
          key: 'cont.exit_early_months', title: 'How many months early could you hand over, if you had to?', type: 'whole', unit: 'months', min: 0, max: 60,
          why: 'In one case a handover planned for February 2017 was pulled forward to October 2016.',
          rules: [{ check: 'handoverEarlyEnough', params: { end: 'con.end', months: 4 } }],
          source: assumed,
        },
        { key: 'cont.exit_start', title: 'Start exit work by', type: 'computed', computed: { name: 'monthsBeforeEnd', params: { end: 'con.end', months: 'cont.exit_months' } } },
        { key: 'cont.exit_early', title: 'Earliest safe handover', type: 'computed', computed: { name: 'monthsBeforeEnd', params: { end: 'con.end', months: 'cont.exit_early_months' } } },
      ],
    },
    {
      key: 'handover-data',
      title: 'Handover data',
      questions: [
        {
          key: 'cont.exit_data', title: 'Who can produce each list, and how fast?', type: 'table', unknown: true,
          why: 'A new provider cannot start without these lists. Test that you can produce them.',
          fixedRows: [
            { key: 'staff', title: 'Staff information for a transfer' },
            { key: 'caseload', title: 'Caseload and waiting list' },
            { key: 'appointments', title: 'Appointments' },
            { key: 'equipment', title: 'Equipment' },
            { key: 'assets', title: 'Asset register' },
            { key: 'leases', title: 'Leases and licences' },
            { key: 'contracts', title: 'Contracts that would move' },
          ],
          columns: [
            { key: 'owner', title: 'Who produces it', type: 'text', words: 10 },
            { key: 'hours', title: 'Hours to produce', type: 'whole', min: 0, max: 2000 },
          ],
          rules: [
            { check: 'allRowsAnswered', params: { noun: 'lists' }, severity: 'warn' },
            { check: 'listsInTime', params: { hours: 24, rows: ['caseload', 'appointments', 'equipment'] } },
          ],
          source: assumed,
        },
      ],
    },
    {
      key: 'staff-return',
      title: 'Staff return',
      questions: [
        {
          key: 'cont.staff_return', title: 'Where would staff go, and on what terms?', type: 'longText', words: 150, unknown: true, notApplicable: true,
          why: 'If the service moves again, TUPE (the law that protects your terms when your employer changes) usually applies again.',
          help: 'If the provider has gone into insolvency, part of that law works differently. Ask a lawyer.',
          source: { title: 'TUPE Regulations 2006, regulation 3', checkedOn: '2026-11-23' },
        },
        {
          key: 'cont.staff_refresh', title: 'How often will you refresh the staff list for a transfer?', type: 'whole', unit: 'months', min: 1, max: 36,
          rules: [{ check: 'adviseAbove', params: { most: 6, message: 'We suggest every 6 months or more often' } }],
          source: assumed,
        },
        {
          key: 'cont.staff_days', title: 'How many working days would it take to produce it?', type: 'whole', unit: 'working days', min: 0, max: 60,
          rules: [{ check: 'adviseAbove', params: { most: 5, message: 'We suggest 5 working days or fewer. Test it in an exercise' } }],
          source: assumed,
        },
        {
          key: 'cont.pension_exit', title: 'What happens to pensions when the contract ends?', type: 'longText', words: 100, unknown: true,
          hint: 'When the pension direction ends, and who owes the scheme anything',
        },
      ],
    },
    {
      key: 'patient-records',
      title: 'Patient records',
      questions: [
        {
          key: 'cont.records', title: 'Who holds patient records if the provider fails?', type: 'longText', words: 100,
          why: 'Records go with the service. Patients must not lose their history.',
          source: { title: 'NHS Records Management Code of Practice', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'assets-on-exit',
      title: 'Assets on exit',
      questions: [
        {
          key: 'cont.asset_return', title: 'What happens to assets, leases and anything left over?', type: 'longText', words: 150,
          why: 'An asset lock keeps assets for the community. It does not bring them back to the {commissioner} by itself.',
          hint: 'Name the body that gets what is left under the asset lock',
        },
        {
          key: 'cont.assets', title: 'Which assets were bought with NHS money?', type: 'table', row: 'asset', notApplicable: true, unknown: true,
          hint: 'List those worth £5,000 or more',
          columns: [
            { key: 'asset', title: 'Asset', type: 'text', words: 12 },
            {
              key: 'funder', title: 'Paid for by', type: 'choice',
              options: [{ key: 'nhs', title: 'NHS money' }, { key: 'grant', title: 'A grant' }, { key: 'own', title: 'Own money' }],
            },
            { key: 'value', title: 'Value', type: 'money', min: 0, total: true },
            { key: 'reverts', title: 'Does it come back?', type: 'yesNo', optional: true },
            { key: 'price', title: 'At what price', type: 'text', words: 12, optional: true },
            { key: 'charge', title: 'Does a lender have a claim on it?', type: 'yesNo' },
            { key: 'consent', title: 'Did the {commissioner} agree to that?', type: 'yesNo', optional: true },
          ],
          rules: [{ check: 'assetsComeBack', params: { fromPence: 500_000 } }, { check: 'chargesAgreed' }],
          source: assumed,
        },
      ],
    },
    {
      key: 'company-facts',
      title: 'Company facts pack',
      fullFormOnly: true,
      questions: [
        {
          key: 'cont.company_pack', title: 'Who keeps each of these up to date?', type: 'table', unknown: true,
          why: 'In a crisis the {commissioner} needs these facts the same day.',
          fixedRows: [
            { key: 'ownership', title: 'Ownership and group chart' },
            { key: 'contracts', title: 'All contracts and their share of income' },
            { key: 'subcontractors', title: 'Main subcontractors' },
            { key: 'lenders', title: 'Lenders and their claims on assets' },
            { key: 'cash', title: 'Cash forecast' },
            { key: 'insurance', title: 'Insurance' },
            { key: 'it', title: 'IT the service depends on' },
            { key: 'key-staff', title: 'Key staff' },
            { key: 'pensions', title: 'Pension debts' },
          ],
          columns: [
            { key: 'holder', title: 'Who keeps it', type: 'text', words: 10 },
            { key: 'updated', title: 'Last updated', type: 'date', optional: true },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'facts' }, severity: 'warn' }],
          source: { title: 'Cabinet Office, Resolution planning guidance, 2021', checkedOn: '2026-11-23' },
        },
      ],
    },
  ],
} satisfies GroupWritten;
