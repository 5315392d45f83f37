import type { StageWritten } from '../definition.ts';
import { SKILLS } from '../mentor-topics.ts';

const slipwayDefault = { title: 'Slipway default', assumed: true } as const;
const mutualProcess = { title: 'GOV.UK, Start a public service mutual: the process', checkedOn: '2026-11-23' } as const;
const notEligible = 'Talk to the {support} before you go on. This pathway may not fit your team';

export const readiness = {
  key: 'readiness',
  title: 'Readiness check',
  noun: 'readiness check',
  purpose:
    'A first look at your idea, your team and your time. Nobody signs it off. It shows what to work on and which mentor could help.',
  sources: [mutualProcess, { title: 'The King\'s Fund, Social enterprise in health care, 2011', checkedOn: '2026-11-23' }, slipwayDefault],
  groups: [
    {
      key: 'idea',
      title: 'Your idea',
      sections: [
        {
          key: 'reasons',
          title: 'Your reasons',
          intro: 'You will not have every answer yet. Say what you know today. You can change it later.',
          questions: [
            {
              key: 's0.why',
              title: 'Why do you want to leave and set up on your own?',
              type: 'choices',
              why: 'A reason that helps patients is stronger than only wanting to avoid a change.',
              hint: 'Select all that apply',
              options: [
                { key: 'better-outcomes', title: 'Better outcomes for patients' },
                { key: 'lower-cost-or-time', title: 'Save money or time' },
                { key: 'gap-in-provision', title: 'Fill a gap in services' },
                { key: 'autonomy', title: 'More freedom to decide how we work' },
                { key: 'avoid-takeover', title: 'Avoid a closure or takeover' },
                { key: 'other', title: 'Another reason' },
              ],
              rules: [
                {
                  check: 'adviseWhenOnly',
                  params: {
                    keys: ['avoid-takeover'],
                    message: 'Avoiding a closure or takeover is a weak reason on its own. Talk with a mentor about what patients would gain',
                  },
                },
              ],
              source: mutualProcess,
            },
            {
              key: 's0.why_other', title: 'What is the other reason?', type: 'text', words: 40,
              when: { question: 's0.why', is: ['other'] },
            },
          ],
        },
        {
          key: 'vision',
          title: 'Vision for patients',
          questions: [
            {
              key: 's0.vision',
              title: 'What would patients notice in 3 years?',
              type: 'longText',
              words: 150,
              why: 'A clear picture of the future helps you explain the idea to staff and to the {approverBody}.',
              hint: 'Describe one patient\'s week, now and then',
              example:
                'Someone sent home after a stroke sees a therapist within 5 weeks, not 16. They have one named therapist and one phone ' +
                'number. ' +
                'Sessions are in their own town, some in the evening. If they get worse, they call us and are seen that week. ' +
                'They are asked twice a year what to change, and told what we did.',
            },
          ],
        },
        {
          key: 'services',
          title: 'Services in scope',
          hint: 'A rough list is enough for now',
          questions: [
            {
              key: 's0.services',
              title: 'Which services would move?',
              type: 'table',
              row: 'service',
              optional: true,
              unknown: true,
              why: 'The list shows how big the change is. You will use it again in later stages.',
              columns: [
                { key: 'name', title: 'Service', type: 'text', words: 12 },
                { key: 'sites', title: 'Number of sites', type: 'whole', min: 0, optional: true },
                { key: 'wte', title: 'Full-time equivalent staff', type: 'decimal', min: 0, optional: true, total: true },
                { key: 'budget', title: 'Annual budget', type: 'money', min: 0, optional: true, total: true },
              ],
            },
          ],
        },
        {
          key: 'who-can-apply',
          title: 'Right to apply',
          questions: [
            {
              key: 's0.eligible',
              title: 'Does the {parent} employ everyone in your team?',
              type: 'yesNo',
              unknown: true,
              pathways: ['right-to-request'],
              why: 'Right to Request was for primary and community care staff employed by a primary care trust.',
              rules: [{ check: 'adviseWhen', params: { is: ['no'], message: notEligible }, severity: 'warn' }],
              source: { title: 'Department of Health, Right to Request, archived page, 2012', checkedOn: '2026-11-23' },
            },
            {
              key: 's0.eligible',
              title: 'Does everyone in your team work in NHS or care services?',
              type: 'yesNo',
              unknown: true,
              pathways: ['right-to-provide'],
              why: 'Right to Provide was for people working in NHS and care services, alone or as a team.',
              rules: [{ check: 'adviseWhen', params: { is: ['no'], message: notEligible }, severity: 'warn' }],
              source: { title: 'Department of Health, Right to Provide: what it means for host organisations, 2011', checkedOn: '2026-11-23' },
            },
            {
              key: 's0.eligible',
              title: 'Which of these would be true of the new organisation?',
              type: 'choices',
              unknown: true,
              pathways: ['public-service-mutual'],
              why: 'A public service mutual is all 3 of these things.',
              hint: 'Select all that apply',
              options: [
                { key: 'left-public-sector', title: 'It has left the public sector' },
                { key: 'delivers-public-services', title: 'It still delivers public services' },
                { key: 'staff-control', title: 'Staff have a real say in how it is run' },
              ],
              rules: [
                {
                  check: 'includesAll',
                  params: {
                    keys: ['left-public-sector', 'delivers-public-services', 'staff-control'],
                    titles: ['leaving the public sector', 'delivering public services', 'giving staff a real say'],
                    message: 'A public service mutual does all 3. Think about these',
                  },
                },
              ],
              source: mutualProcess,
            },
          ],
        },
      ],
    },
    {
      key: 'people',
      title: 'Your team',
      sections: [
        {
          key: 'leads',
          title: 'Lead and deputy',
          questions: [
            {
              key: 's0.lead', title: 'Who leads this for the team?', type: 'person', unknown: true,
              why: 'One person keeps the work moving and is the contact for everyone else.',
            },
            {
              key: 's0.deputy', title: 'Who is the deputy?', type: 'person', unknown: true,
              why: 'The work goes on for months. Someone needs to know it well when the lead is away.',
            },
          ],
        },
        {
          key: 'team-size',
          title: 'Team size',
          questions: [
            {
              key: 's0.team_size',
              title: 'How many staff are in the team?',
              type: 'whole',
              unit: 'people',
              min: 1,
              hint: 'Count people, not posts',
              rules: [
                {
                  check: 'adviseAtMost',
                  params: { most: 49, message: 'Under 50 staff: we suggest the small team support track. Ask the {support} about it' },
                },
              ],
              source: slipwayDefault,
            },
            {
              key: 's0.team_wte',
              title: 'How many full-time equivalent staff is that?',
              type: 'decimal',
              unit: 'full-time equivalent',
              min: 0,
              hint: 'Two people on half time make 1',
              rules: [
                {
                  check: 'notMoreThan',
                  params: { question: 's0.team_size', label: 'Full-time equivalent staff', otherLabel: 'the number of staff' },
                },
              ],
            },
          ],
        },
        {
          key: 'first-talks',
          title: 'First talks',
          questions: [
            {
              key: 's0.manager_aware', title: 'Have you told your line manager or an executive?', type: 'yesNo',
              why: 'An early word with your manager saves time later.',
            },
            {
              key: 's0.manager_aware_on', title: 'When did you tell them?', type: 'date',
              when: { question: 's0.manager_aware', is: ['yes'] },
              rules: [{ check: 'dateInPast', params: { label: 'The date you told them' } }],
            },
            {
              key: 's0.staff_talk', title: 'Have you held a first talk with your staff?', type: 'yesNo',
              why: 'Staff make the new organisation work. An away day or team meeting is a good start.',
            },
            {
              key: 's0.staff_talk_on', title: 'When was it?', type: 'date',
              when: { question: 's0.staff_talk', is: ['yes'] },
              rules: [{ check: 'dateInPast', params: { label: 'The date of the talk' } }],
            },
          ],
        },
        {
          key: 'protected-time',
          title: 'Time for the work',
          questions: [
            {
              key: 's0.time_release',
              title: 'How many protected hours a week have you agreed?',
              type: 'decimal',
              unit: 'hours a week',
              min: 0,
              max: 400,
              unknown: true,
              why: 'Some teams did this on top of the day job. Protected hours make it easier to finish.',
              hint: 'Add up the hours of everyone who will work on it',
              rules: [
                {
                  check: 'adviseAtMost',
                  params: { most: 0, message: 'You have no protected time. Ask your manager for some hours each week before you start the proposal' },
                  severity: 'warn',
                },
              ],
            },
          ],
        },
        {
          key: 'skills',
          title: 'Skills in the team',
          questions: [
            {
              key: 's0.skills',
              title: 'How strong is your team in each skill?',
              type: 'table',
              why: 'A gap is not a problem. It shows which mentor could help you most.',
              help:
                'Rate each skill from 0 to 4.\n\n- 0: nobody knows this\n- 1: someone knows a little\n- 2: we can get by\n' +
                '- 3: we are good at this\n- 4: we could teach others',
              columns: [{ key: 'rating', title: 'Rating, 0 to 4', type: 'whole', min: 0, max: 4 }],
              fixedRows: SKILLS.map(({ key, title }) => ({ key, title })),
            },
          ],
        },
      ],
    },
    {
      key: 'next',
      title: 'What comes next',
      sections: [
        {
          key: 'first-help',
          title: 'First help',
          questions: [
            {
              key: 's0.starter_read', title: 'Have you read the starter list?', type: 'yesNo',
              why: 'It is 2 pages of questions to think about before you write anything.',
              hint: 'You can find it in the guidance',
            },
            {
              key: 's0.mentor_wanted', title: 'Would you like a mentor?', type: 'yesNo',
              why: 'A mentor has already done this. They advise you and do not judge your proposal.',
            },
          ],
        },
        {
          key: 'result',
          title: 'Your result',
          hint: 'Advice for you, not a decision',
          questions: [
            {
              key: 's0.band',
              title: 'How ready you are',
              type: 'computed',
              computed: { name: 'readinessBand', params: { weakUnder: 2, manyGaps: 5, redFrom: 2 } },
              help:
                'Green means nothing in your answers holds you back. Amber means there are things to work on. Red means sort out the ' +
                'main things first. You can start the proposal whatever the colour.',
              source: slipwayDefault,
            },
            {
              key: 's0.mentor_topics',
              title: 'Topics a mentor could help with',
              type: 'computed',
              computed: { name: 'mentorTopics', params: { weakUnder: 2 } },
              source: slipwayDefault,
            },
          ],
        },
      ],
    },
  ],
  evidence: [],
  // Nobody decides this stage, so nobody applies a test to it.
  criteria: [],
} satisfies StageWritten;
