import type { GroupWritten } from '../../definition.ts';
import { TRANSFER_DATE } from './mobilisation.ts';

const CHECKLIST = [
  { key: 'done', title: 'In place', type: 'yesNo' },
  { key: 'owner', title: 'Owner', type: 'text', words: 10 },
  { key: 'note', title: 'Where it is, or what is left', type: 'text', words: 30, optional: true },
] as const;
const checklist = [{ check: 'allRowsAnswered', params: { noun: 'list' } }, { check: 'checklistGaps', params: { column: 'done' } }];

/** What is signed and what moves: agreements, property, supplier contracts, systems and data. */
export const agreements: GroupWritten = {
  key: 'agreements',
  title: 'Agreements and property',
  sections: [
    {
      key: 'transfer-agreement',
      title: 'Transfer agreement',
      intro: 'The transfer agreement moves property, staff, contracts and liabilities from the {parent} to the {enterprise}.',
      questions: [
        {
          key: 'go.transfer_agreement',
          title: 'When was the transfer agreement signed?',
          type: 'date',
          why: 'Until it is signed, nothing moves in law except the staff.',
          rules: [
            { check: 'dateInPast', params: { label: 'Date signed' } },
            { check: 'byTransferDate', params: { dates: TRANSFER_DATE, label: 'Date signed' }, severity: 'block' },
            { check: 'daysBeforeTransfer', params: { dates: TRANSFER_DATE, days: 30, label: 'The transfer agreement' } },
          ],
        },
        {
          key: 'go.transfer_schedules',
          title: 'Which lists in the agreement are complete?',
          type: 'table',
          why: 'What is missing from a list is what people argue about later.',
          fixedRows: [
            { key: 'assets', title: 'Assets' },
            { key: 'contracts', title: 'Contracts' },
            { key: 'staff', title: 'Staff' },
            { key: 'liabilities', title: 'Liabilities', hint: 'With who pays for what happened before transfer' },
            { key: 'intellectual-property', title: 'Names, designs and know-how' },
            { key: 'records', title: 'Records' },
          ],
          columns: [
            { key: 'done', title: 'Complete', type: 'yesNo' },
            { key: 'note', title: 'What is left', type: 'text', words: 30, optional: true },
          ],
          rules: checklist,
        },
        { key: 'go.transfer_agreement_file', title: 'Signed transfer agreement', type: 'file', evidence: 'transfer-agreement' },
      ],
    },
    {
      key: 'transfer-service-agreements',
      title: 'Service agreements and leases',
      hint: 'What lets you run the service from the first day',
      questions: [
        {
          key: 'go.services_agreement',
          title: 'Signed service contract or funding agreement',
          type: 'file',
          evidence: 'contract-signed',
          why: 'This is what pays for the service.',
        },
        {
          key: 'go.support_services_agreement',
          title: 'Agreement for support from the {parent}',
          type: 'file',
          evidence: 'support-services-agreement',
          optional: true,
          why: 'Many new bodies buy finance, IT or payroll from their old employer for a while.',
        },
        {
          key: 'go.support_until',
          title: 'When does that support end?',
          type: 'date',
          optional: true,
          unknown: true,
          why: 'You need time to find another supplier.',
          rules: [{ check: 'afterTransferDate', params: { dates: TRANSFER_DATE, label: 'End of support' } }],
        },
        { key: 'go.leases', title: 'Signed leases and licences', type: 'file', evidence: 'leases', why: 'You need the right to be in every building you use.' },
      ],
    },
    {
      key: 'transfer-assets',
      title: 'Assets',
      questions: [
        {
          key: 'go.assets',
          title: 'Who will own each asset after transfer?',
          type: 'table',
          row: 'asset',
          minRows: 1,
          why: 'A clear list protects you and the public purse.',
          help: 'Group small things of one kind, such as "treatment couches, 14". List anything worth £5,000 or more on its own line.',
          columns: [
            { key: 'asset', title: 'Asset', type: 'text', words: 20 },
            {
              key: 'owner-after',
              title: 'Owner after transfer',
              type: 'choice',
              options: [
                { key: 'enterprise', title: 'The {enterprise}' },
                { key: 'parent', title: 'The {parent}' },
                { key: 'leased', title: 'A leasing company' },
                { key: 'other', title: 'Someone else' },
              ],
            },
            { key: 'book-value', title: 'Book value', type: 'money', min: 0, total: true },
            {
              key: 'condition',
              title: 'Condition',
              type: 'choice',
              options: [
                { key: 'good', title: 'Good' },
                { key: 'fair', title: 'Fair' },
                { key: 'poor', title: 'Poor' },
                { key: 'replace', title: 'Replace within a year' },
              ],
            },
          ],
        },
        { key: 'go.assets_file', title: 'Full list of assets', type: 'file', evidence: 'asset-schedule', optional: true },
      ],
    },
    {
      key: 'transfer-suppliers',
      title: 'Supplier contracts',
      questions: [
        {
          key: 'go.contracts_novated',
          title: 'Which supplier contracts move to you?',
          type: 'table',
          row: 'supplier contract',
          notApplicable: true,
          why: 'A contract moves only when the supplier agrees.',
          columns: [
            { key: 'supplier', title: 'Supplier and what they supply', type: 'text', words: 20 },
            { key: 'consent-on', title: 'Date the supplier agreed', type: 'date', optional: true },
          ],
          rules: [
            { check: 'rowsShouldHave', params: { column: 'consent-on', name: 'supplier', message: 'Get the agreement of' } },
            { check: 'columnInPast', params: { column: 'consent-on', label: 'Date the supplier agreed' } },
          ],
        },
      ],
    },
    {
      key: 'transfer-systems',
      title: 'IT on the day',
      questions: [
        {
          key: 'go.it',
          title: 'Is each system ready?',
          type: 'table',
          why: 'Staff who cannot sign in cannot see who needs care.',
          fixedRows: [
            { key: 'systems', title: 'Clinical and office systems' },
            { key: 'smartcards', title: 'Smartcards and access rights' },
            { key: 'email', title: 'Email domain and accounts' },
            { key: 'nhs-number', title: 'Access to look up NHS numbers' },
            { key: 'toolkit', title: 'Data Security and Protection Toolkit (DSPT)', hint: 'The yearly NHS check on data security' },
          ],
          columns: [
            {
              key: 'state',
              title: 'State',
              type: 'choice',
              options: [
                { key: 'ready', title: 'Ready and tested' },
                { key: 'in-hand', title: 'In hand' },
                { key: 'at-risk', title: 'At risk' },
                { key: 'not-needed', title: 'Not needed' },
              ],
            },
            { key: 'owner', title: 'Owner', type: 'text', words: 10 },
            { key: 'ready-on', title: 'Date ready', type: 'date', optional: true },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'systems' } }],
        },
        { key: 'go.it_file', title: 'Plan for the switch of systems', type: 'file', evidence: 'it-cutover-plan', optional: true },
      ],
    },
    {
      key: 'transfer-data',
      title: 'Patient data and records',
      questions: [
        {
          key: 'go.ig',
          title: 'Are these in place for patient data?',
          type: 'table',
          why: 'From the first day you answer in law for the data you hold.',
          fixedRows: [
            { key: 'controller', title: 'Data controller named, and agreements with others signed' },
            { key: 'impact-assessment', title: 'Data protection impact assessment (DPIA) signed', hint: 'A check on the risks to people of using their data' },
            { key: 'retention', title: 'Rules for keeping and destroying records' },
            { key: 'privacy-notice', title: 'Privacy notice for patients and staff published' },
          ],
          columns: [...CHECKLIST],
          rules: checklist,
        },
        { key: 'go.sharing_file', title: 'Data sharing agreement', type: 'file', evidence: 'data-sharing-agreement' },
        { key: 'go.dpia_file', title: 'Data protection impact assessment', type: 'file', evidence: 'dpia' },
      ],
    },
  ],
};
