import type { GroupWritten } from '../../definition.ts';
import { slipwayDefault, tupe } from './sources.ts';

const DUTIES = [
  { key: 'inform', title: 'Tell representatives in writing', hint: 'Long enough before the transfer to talk it over' },
  { key: 'consult', title: 'Consult on changes, seeking agreement', hint: 'If an employer plans changes for its own staff' },
  { key: 'measures', title: 'New employer tells the old one its plans', hint: 'Early enough to go in the letter, even if there are none' },
  { key: 'representatives', title: 'Unions first, then elected representatives', hint: 'Before the letter goes out' },
  { key: 'direct', title: 'Tell staff directly', hint: 'Only in small cases, with no union or representatives' },
  { key: 'staff-information', title: 'Hand over employee liability information', hint: '28 days before at the latest, 14 before transfers until 30 April 2014' },
  { key: 'staff-information-updates', title: 'Send corrections to it', hint: 'As soon as you can, including when someone objects' },
  { key: 'redundancy', title: 'Consult on 20 or more redundancies', hint: '30 or 45 days before the first dismissal, with form HR1' },
  { key: 'early-redundancy', title: 'Start that before the transfer', hint: 'The new employer may, if the old one agrees' },
  { key: 'pensions', title: 'Secure pension access', hint: 'In force on the transfer date' },
  { key: 'same-care', title: 'Follow government policy on staff transfers', hint: 'Also where TUPE does not apply' },
  { key: 'later-recruits', title: 'Terms of later recruits', hint: 'Rules are changing, see "Staff hired later"' },
];
const planned = [{ key: 'yes', title: 'Yes' }, { key: 'none', title: 'No, none' }];

/** The duties in law, the letter, the measures, the representatives and the talks. */
export const informing = {
  key: 'informing',
  title: 'Telling and consulting',
  sections: [
    {
      key: 'legal-duties',
      title: 'Legal duties',
      intro:
        'Each duty falls on a named employer. If nobody informs and consults, a tribunal may award up to 13 weeks of pay for ' +
        'each person. Dates for each step are under "Dates".',
      questions: [
        {
          key: 'hr.duties', title: 'Where does each duty stand?', type: 'table', unknown: true, why: 'A duty missed can cost more than the first year of surplus.',
          columns: [
            {
              key: 'who', title: 'Who does it', type: 'choice', optional: true,
              options: [{ key: 'parent', title: 'The {parent}' }, { key: 'enterprise', title: 'The {enterprise}' }, { key: 'both', title: 'Both' }],
            },
            {
              key: 'state', title: 'State', type: 'choice',
              options: [
                { key: 'not-started', title: 'Not started' },
                { key: 'in-progress', title: 'In progress' },
                { key: 'done', title: 'Done' },
                { key: 'not-needed', title: 'Not needed' },
              ],
            },
            { key: 'done-on', title: 'Done on', type: 'date', optional: true },
            { key: 'note', title: 'Evidence or reason', type: 'text', words: 20, optional: true },
          ],
          fixedRows: DUTIES,
          rules: [{ check: 'dutiesExplained' }],
          source: tupe('regulations 11 to 16'),
        },
      ],
    },
    {
      key: 'staff-representatives',
      title: 'Staff representatives',
      questions: [
        {
          key: 'hr.reps_route', title: 'Who will you inform and consult?', type: 'choice',
          why: 'If a union is recognised for a group, the law says you talk with the union first.',
          help:
            'For transfers since 1 July 2024 you may inform staff directly if the employer has fewer than 50 employees, or fewer ' +
            'than 10 staff move, and there are no representatives. ' +
            'From 31 July 2014 to then, the employer needed fewer than 10 employees.',
          options: [
            { key: 'union', title: 'Recognised unions' },
            { key: 'union-and-elected', title: 'Unions, and elected representatives for other groups' },
            { key: 'elected', title: 'Elected representatives' },
            { key: 'standing', title: 'Representatives who are already there' },
            { key: 'direct', title: 'Staff directly' },
          ],
          rules: [
            {
              check: 'directOnlyWhenSmall',
              params: { transfer: 'hr.transfer_date', employer: 'hr.employer_size', moving: 'hr.headcount_total', table: 'hr.staff_table' },
            },
          ],
          source: tupe('regulation 13A'),
        },
        {
          key: 'hr.reps', title: 'Who speaks for each group?', type: 'table', row: 'representative', minRows: 1, unknown: true, notApplicable: true,
          why: 'Nobody should hear the news without someone to speak for them.', hint: 'Use the same group names as in the staff list, or "All staff"',
          columns: [
            { key: 'group', title: 'Staff group', type: 'text', words: 10 },
            {
              key: 'kind', title: 'Kind', type: 'choice',
              options: [
                { key: 'union', title: 'Recognised union' },
                { key: 'elected', title: 'Elected' },
                { key: 'standing', title: 'Already there' },
                { key: 'direct', title: 'None, told directly' },
              ],
            },
            { key: 'body', title: 'Union or body', type: 'text', words: 10 },
            { key: 'number', title: 'Representatives', type: 'whole', min: 0, optional: true },
            { key: 'appointed-on', title: 'In place on', type: 'date', optional: true },
            { key: 'next-meeting', title: 'Next joint meeting', type: 'date', optional: true, hint: 'Of the joint negotiating committee' },
          ],
          rules: [{ check: 'everyGroupRepresented', params: { table: 'hr.staff_table' } }, { check: 'unionComesFirst', params: { table: 'hr.staff_table' } }],
          source: tupe('regulation 13'),
        },
        {
          key: 'hr.reps_support', title: 'Do representatives have time, a room and training for this?', type: 'yesNo', unknown: true, notApplicable: true,
          why: 'People who speak for others need time to listen first.',
        },
      ],
    },
    {
      key: 'elections',
      title: 'Elections of representatives',
      when: { question: 'hr.reps_route', is: ['elected', 'union-and-elected'] },
      intro:
        'Only affected staff may stand, and nobody is left out without good reason. If as many stand as there are seats, no ' +
        'vote is needed. If nobody stands in a reasonable time, give each person the information.',
      questions: [
        {
          key: 'hr.elections', title: 'Which elections will you hold?', type: 'table', row: 'election', minRows: 1, unknown: true,
          why: 'A fair election makes the consultation count.',
          hint: 'We suggest 1 seat for every 50 staff, 5 working days to stand and 3 to vote',
          columns: [
            { key: 'group', title: 'Staff group', type: 'text', words: 10 },
            { key: 'affected', title: 'Staff affected', type: 'whole', min: 1 },
            { key: 'seats', title: 'Seats', type: 'whole', min: 1 },
            { key: 'invited-on', title: 'Invited on', type: 'date' },
            { key: 'nominations-close', title: 'Nominations close', type: 'date', optional: true },
            { key: 'candidates', title: 'Candidates', type: 'whole', min: 0, optional: true },
            { key: 'ballot-opens', title: 'Vote opens', type: 'date', optional: true },
            { key: 'ballot-closes', title: 'Vote closes', type: 'date', optional: true },
            { key: 'eligible', title: 'Could vote', type: 'whole', min: 0, optional: true },
            { key: 'votes', title: 'Papers returned', type: 'whole', min: 0, optional: true },
            { key: 'secret', title: 'Secret', type: 'yesNo', optional: true },
            { key: 'result', title: 'Result', type: 'text', words: 15, optional: true, hint: 'No names' },
          ],
          rules: [
            { check: 'electionInOrder' }, { check: 'electionCountsAgree' }, { check: 'electionIsSecret' },
            { check: 'electionGivesTime', params: { nominations: 5, voting: 3 } }, { check: 'electionHasSeats', params: { staff: 50 } },
          ],
          source: tupe('regulation 14'),
        },
      ],
    },
    {
      key: 'measures',
      title: 'Changes for staff',
      intro:
        'The law calls these measures. They are any planned step beyond what the transfer itself brings. Affected staff are ' +
        'those who move, those left behind whose jobs change, and those already with the new employer.',
      questions: [
        {
          key: 'hr.measures_parent', title: 'Does the {parent} plan changes for its staff?', type: 'choice', options: planned,
          why: 'The letter must say so either way.', source: tupe('regulation 13'),
        },
        {
          key: 'hr.measures_enterprise', title: 'Does the {enterprise} plan changes for staff who move?', type: 'choice', options: planned,
          why: 'The {parent} must pass this on to staff.', source: tupe('regulation 13'),
        },
        {
          key: 'hr.measures_letter_on', title: 'When did the {enterprise} tell the {parent} in writing?', type: 'date', unknown: true,
          hint: 'A letter that says there are none counts too',
          rules: [{ check: 'notLaterThan', severity: 'warn', params: { question: 'hr.inform_date', label: 'The letter on changes', otherLabel: 'the information letter' } }],
          source: tupe('regulation 13'),
        },
        {
          key: 'hr.measures', title: 'What would change, and for whom?', type: 'table', row: 'change', minRows: 1, notApplicable: true, unknown: true,
          why: 'Staff want to know what will be different on Monday.', hint: 'Mark this not applicable if there are none',
          help:
            'Think about pay day, place of work, hours and shifts, managers, pension, payroll, policies, computers, uniform, lease ' +
            'cars, salary sacrifice, training, leave, union recognition, restructuring and redundancies.',
          columns: [
            { key: 'measure', title: 'Change', type: 'text', words: 20 },
            {
              key: 'who', title: 'Who', type: 'choice',
              options: [
                { key: 'transferring', title: 'Staff who move' },
                { key: 'remaining', title: 'Staff left behind' },
                { key: 'receiving', title: 'Staff already there' },
              ],
            },
            { key: 'affected', title: 'People affected', type: 'whole', min: 0 },
            { key: 'consult-from', title: 'Consult from', type: 'date', optional: true },
            { key: 'outcome', title: 'Outcome', type: 'text', words: 25, optional: true },
          ],
          rules: [{ check: 'measuresWithinStaff', params: { table: 'hr.staff_table' } }],
          source: tupe('regulation 13'),
        },
      ],
    },
    {
      key: 'information-letter',
      title: 'Information letter',
      questions: [
        {
          key: 'hr.inform_reasons', title: 'Why is the transfer happening, and when?', type: 'longText', words: 150, unknown: true,
          why: 'The letter must give the fact of the transfer, its date and the reasons.',
          example:
            'Community therapy will move from the trust to Harbour Lane Therapies on 1 April 2027. The board agreed this on 12 ' +
            'November, because a team that runs itself can cut waits and keep staff. The service, the sites and the people stay the ' +
            'same.',
          source: tupe('regulation 13'),
        },
        {
          key: 'hr.inform_implications', title: 'What does it mean for staff in law, in money and at work?', type: 'longText', words: 200, unknown: true,
          why: 'The letter must give the legal, economic and social effects.', hint: 'Contract, pay, pension, workplace and union',
          example:
            'Your contract, pay, years of service and pension go with you. Your employer is Harbour Lane Therapies. You will be ' +
            'paid on the same day and work at the same site. Your union stays recognised. Your line manager stays, except for 3 ' +
            'people, whom we have met.',
          source: tupe('regulation 13'),
        },
        {
          key: 'hr.agency_workers', title: 'How many agency workers are used, where, and for what?', type: 'text', words: 40, unknown: true, hint: 'Write "none" if there are none',
        },
      ],
    },
    {
      key: 'letter-sent',
      title: 'Letter sent',
      questions: [
        {
          key: 'hr.inform_written', title: 'Does each representative get the letter in writing?', type: 'yesNo',
          why: 'The law asks for it in writing.',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Give the letter to each representative in writing' } }],
          source: tupe('regulation 13'),
        },
        {
          key: 'hr.inform_date', title: 'When did the letter go to representatives?', type: 'date', unknown: true,
          rules: [
            { check: 'notLaterThan', params: { question: 'hr.consult_start', label: 'The information letter', otherLabel: 'the start of consultation' } },
            { check: 'notLaterThan', params: { question: 'hr.transfer_date', label: 'The information letter', otherLabel: 'the transfer' } },
          ],
          source: tupe('regulation 13'),
        },
        {
          key: 'hr.staff_note_date', title: 'When did every member of staff get a plain note?', type: 'date', unknown: true,
          why: 'Not everyone is in a union, so tell everyone.', source: slipwayDefault,
        },
      ],
    },
    {
      key: 'consultation',
      title: 'Consultation',
      questions: [
        { key: 'hr.consult_start', title: 'When does consultation start?', type: 'date', unknown: true, source: tupe('regulation 13') },
        {
          key: 'hr.consult_end', title: 'When does it end?', type: 'date', unknown: true,
          rules: [
            { check: 'dateAfter', params: { question: 'hr.consult_start', label: 'The end of consultation', otherLabel: 'its start' } },
            { check: 'consultationLeavesTime', params: { transfer: 'hr.transfer_date', days: 30 } },
          ],
          source: slipwayDefault,
        },
        {
          key: 'hr.consult_log', title: 'What did you do, and what did people say?', type: 'table', row: 'event', minRows: 1, unknown: true,
          why: 'It shows that you listened, and what you did about it.', hint: 'No names',
          columns: [
            { key: 'on', title: 'Date', type: 'date' },
            {
              key: 'kind', title: 'Kind', type: 'choice',
              options: [
                { key: 'meeting', title: 'Meeting' },
                { key: 'union-meeting', title: 'Union meeting' },
                { key: 'drop-in', title: 'Drop-in or HR surgery' },
                { key: 'survey', title: 'Survey' },
                { key: 'written', title: 'In writing' },
              ],
            },
            { key: 'audience', title: 'Audience', type: 'text', words: 10 },
            { key: 'invited', title: 'Invited', type: 'whole', min: 0, optional: true },
            { key: 'attended', title: 'Took part', type: 'whole', min: 0, optional: true },
            { key: 'issues', title: 'What people said', type: 'text', words: 40 },
            { key: 'response', title: 'What you did', type: 'text', words: 40, optional: true },
          ],
          rules: [{ check: 'attendanceAgrees' }],
          source: slipwayDefault,
        },
        {
          key: 'hr.union_points', title: 'Which points did unions and representatives make in writing?', type: 'table', row: 'point', minRows: 1, unknown: true, notApplicable: true,
          why: 'Each point deserves an answer of its own.',
          columns: [
            { key: 'received-on', title: 'Received', type: 'date' },
            { key: 'from', title: 'From', type: 'text', words: 8 },
            { key: 'point', title: 'Point', type: 'text', words: 40 },
            { key: 'reply', title: 'Reply', type: 'text', words: 60, optional: true },
            { key: 'replied-on', title: 'Replied', type: 'date', optional: true },
          ],
          rules: [{ check: 'pointsAnswered' }],
          source: tupe('regulation 13'),
        },
      ],
    },
  ],
} satisfies GroupWritten;
