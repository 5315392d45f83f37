import type { GroupWritten } from '../../definition.ts';

/** The service and clinical model. */
export const service = {
  key: 'service',
  title: 'Service and quality',
  sections: [
    {
      key: 'services',
      title: 'List of services',
      questions: [
        {
          key: 'bc.services', title: 'Which services will you run?', type: 'table', row: 'service', minRows: 1, from: 's0.services',
          why: 'The contract and the benefits are built on this list.',
          columns: [
            { key: 'name', title: 'Service', type: 'text', words: 15 },
            { key: 'spec', title: 'Specification reference', type: 'text', words: 12, optional: true },
            { key: 'activity', title: 'Activity a year', type: 'whole', min: 0, hint: 'Contacts, visits or sessions' },
            { key: 'wait_now', title: 'Wait now (weeks)', type: 'decimal', min: 0, optional: true },
            { key: 'wait_target', title: 'Target wait (weeks)', type: 'decimal', min: 0, optional: true },
            { key: 'quality', title: 'Quality indicators', type: 'text', words: 40 },
          ],
          rules: [{ check: 'waitsGetShorter' }],
        },
      ],
    },
    {
      key: 'safe-care',
      title: 'Safe care',
      questions: [
        {
          key: 'bc.clin_gov', title: 'How will you keep care safe and good?', type: 'longText', words: 350, catchesBenefits: true,
          why: 'You will answer for clinical quality yourselves from day one.',
          help: 'Cover who leads, clinical supervision, audit, medicines, infection, incidents, complaints and how the board hears about them.',
          example:
            'Our clinical director chairs a monthly quality meeting. Each therapist has supervision every 6 weeks. We audit 20 records a month. ' +
            'Incidents are read within 2 working days. The board sees one page of quality figures every month and hears one patient story.',
        },
        {
          key: 'bc.safeguarding', title: 'How will you keep children and adults at risk safe?', type: 'longText', catchesBenefits: true, words: 250,
          why: 'Safeguarding support from the {parent} may end on the day you leave.',
          example:
            'Our head of nursing is the named lead for adults and children. We buy 2 days a month from the trust\'s safeguarding team. ' +
            'All staff train each year. Concerns go to the council the same day.',
        },
        {
          key: 'bc.safeguarding_lead', title: 'Who will lead on safeguarding?', type: 'person', fullFormOnly: true, unknown: true,
        },
        {
          key: 'bc.quality_file', title: 'Quality impact assessment', type: 'file', evidence: 'quality-impact-assessment', fullFormOnly: true,
          why: 'It shows what could harm quality during the move, and who watches it.',
        },
      ],
    },
    {
      key: 'incidents',
      title: 'Incidents and learning',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.incidents_12m', title: 'How many serious incidents were there in the last 12 months?', type: 'whole', min: 0,
          optional: true, unknown: true, notApplicable: true, why: 'Open incidents and claims may come with the service.',
        },
        {
          key: 'bc.incidents_learning', title: 'What did you change because of them?', type: 'longText', catchesBenefits: true, words: 150,
          optional: true, unknown: true, notApplicable: true,
        },
      ],
    },
    {
      key: 'cqc-registration',
      title: 'CQC registration',
      questions: [
        {
          key: 'bc.cqc_registration_plan', title: 'When will you apply to the Care Quality Commission (CQC)?', type: 'date',
          unknown: true, notApplicable: true,
          why: 'Most health care may not be given without registration, and it takes months.',
          hint: 'For example, 27 3 2027',
          source: { title: 'Health and Social Care Act 2008, section 10', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'care-pathways',
      title: 'Joined-up care',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.care_pathway_interfaces', title: 'Where do patients pass to or from other services?', type: 'table', row: 'handover', minRows: 1,
          unknown: true, why: 'Patients get lost where two organisations meet.',
          columns: [
            { key: 'partner', title: 'Other service', type: 'text', words: 15 },
            { key: 'passes', title: 'What passes between you', type: 'text', words: 30, hint: 'Patients, records, test results, staff time' },
            { key: 'risk', title: 'What could go wrong', type: 'text', words: 30 },
            { key: 'agreement', title: 'How it is agreed', type: 'text', words: 20 },
          ],
        },
      ],
    },
    {
      key: 'service-plans',
      title: 'Service plans',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.service_plans', title: 'What will you change in the service, and when?', type: 'table', row: 'change', minRows: 1, unknown: true,
          why: 'Benefits come from changes in care, not from a new name on the door.',
          columns: [
            { key: 'change', title: 'Change', type: 'text', words: 25 },
            { key: 'gain', title: 'What patients gain', type: 'text', words: 25 },
            { key: 'start', title: 'Starts', type: 'month' },
            { key: 'cost', title: 'Cost or saving a year', type: 'money', optional: true, hint: 'A minus sign for a saving' },
          ],
        },
      ],
    },
  ],
} satisfies GroupWritten;
