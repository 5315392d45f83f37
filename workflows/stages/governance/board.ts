import type { GroupWritten } from '../../definition.ts';
import { centralSurrey, slipwayDefault } from './sources.ts';

/** The board, how it decides, what it can do, and whose voice it hears. */
export const board = {
  key: 'board',
  title: 'Board and voice',
  sections: [
    {
      key: 'board-members',
      title: 'Board members',
      intro: 'List every seat. Write "Vacant" as the name if nobody is in it yet.',
      questions: [
        {
          key: 'gov.board', title: 'Who is on the board?', type: 'table', row: 'seat', minRows: 3, unknown: true,
          why: 'The people who decide look for a board that can run the organisation safely from day one.',
          help:
            'We suggest:\n\n- a chair who is not an executive\n- at least as many non-executives as executives\n- an executive who is a clinician\n' +
            '- somebody with a finance qualification\n- 2 or more seats that staff elect\n- a seat for patients or the community',
          columns: [
            { key: 'role', title: 'Seat', type: 'text', words: 8, hint: 'Such as director of therapy' },
            { key: 'name', title: 'Name', type: 'text', words: 8 },
            {
              key: 'kind', title: 'Kind', type: 'choice',
              options: [
                { key: 'chair', title: 'Chair' },
                { key: 'executive', title: 'Executive' },
                { key: 'non-executive', title: 'Non-executive' },
                { key: 'staff-elected', title: 'Elected by staff' },
                { key: 'patient-elected', title: 'For patients or community' },
                { key: 'observer', title: 'Observer from the {commissioner}' },
              ],
            },
            { key: 'votes', title: 'Votes', type: 'yesNo' },
            { key: 'clinician', title: 'Registered clinician', type: 'yesNo', optional: true },
            { key: 'finance', title: 'Finance qualification', type: 'yesNo', optional: true },
            { key: 'skills', title: 'Main skills', type: 'text', words: 15, optional: true },
            { key: 'term-start', title: 'Term starts', type: 'date', optional: true },
            { key: 'term-end', title: 'Term ends', type: 'date', optional: true },
            { key: 'checked-on', title: 'Fit and proper check', type: 'date', optional: true },
          ],
          rules: [
            { check: 'boardChairIndependent' }, { check: 'boardNonExecutives' }, { check: 'boardClinician' }, { check: 'boardFinanceLead' },
            { check: 'boardStaffSeats', params: { seats: 2 } }, { check: 'boardPatientSeats' }, { check: 'boardFitAndProper' },
            { check: 'rowDatesInOrder', params: { first: 'term-start', then: 'term-end', firstLabel: 'the start of the term', thenLabel: 'The end of the term' } },
          ],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'board-rules',
      title: 'How the board decides',
      questions: [
        {
          key: 'gov.quorum', title: 'How many board members make a quorum?', type: 'whole', unit: 'people', min: 2, unknown: true,
          why: 'A decision taken by too few people may not stand.', rules: [{ check: 'quorumFitsBoard' }],
        },
        {
          key: 'gov.casting_vote', title: 'What happens if votes are equal?', type: 'choice', unknown: true,
          options: [
            { key: 'chair', title: 'The chair has a casting vote' },
            { key: 'fails', title: 'The motion falls' },
            { key: 'other', title: 'Another rule in the articles' },
            { key: 'not-defined', title: 'The rules do not say' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['not-defined'], message: 'Write a rule for equal votes into the articles' } }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'board-skills',
      title: 'Board skills',
      questions: [
        {
          key: 'gov.board_skills', title: 'Who covers each skill?', type: 'table', unknown: true,
          why: 'A past launch was allowed only once the board had the full range of skills.',
          columns: [
            { key: 'who', title: 'Who covers it', type: 'text', words: 15 },
            {
              key: 'level', title: 'How well', type: 'choice',
              options: [{ key: 'strong', title: 'Strong' }, { key: 'enough', title: 'Enough' }, { key: 'gap', title: 'A gap' }],
            },
            { key: 'plan', title: 'Plan for a gap', type: 'text', words: 20, optional: true },
          ],
          fixedRows: [
            { key: 'finance', title: 'Finance' },
            { key: 'clinical-governance', title: 'Safe clinical care' },
            { key: 'people', title: 'People and employment' },
            { key: 'legal', title: 'Law and contracts' },
            { key: 'digital', title: 'Data and technology' },
            { key: 'safeguarding', title: 'Safeguarding' },
          ],
          rules: [{ check: 'boardSkillsCovered' }],
          source: centralSurrey,
        },
      ],
    },
    {
      key: 'named-leads',
      title: 'Named leads',
      questions: [
        {
          key: 'gov.clinical_gov', title: 'Who leads on each of these?', type: 'table', unknown: true,
          why: 'Patients and staff must know who to turn to.', hint: 'If you do not need a lead, say why',
          columns: [
            { key: 'name', title: 'Name', type: 'text', words: 8, optional: true },
            { key: 'job', title: 'Job title', type: 'text', words: 8, optional: true },
            { key: 'reason', title: 'Why not needed', type: 'text', words: 20, optional: true },
          ],
          fixedRows: [
            { key: 'clinical-director', title: 'Clinical director' },
            { key: 'caldicott', title: 'Caldicott Guardian', hint: 'Protects patient information' },
            { key: 'siro', title: 'Senior information risk owner' },
            { key: 'nominated-individual', title: 'Nominated individual', hint: 'The main contact for the Care Quality Commission' },
            { key: 'controlled-drugs', title: 'Controlled drugs lead' },
            { key: 'safeguarding', title: 'Safeguarding lead' },
            { key: 'speak-up', title: 'Freedom to speak up guardian', hint: 'Staff can raise a worry with this person' },
          ],
          rules: [{ check: 'leadsNamed' }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'staff-and-patient-voice',
      title: 'Staff and patient voice',
      questions: [
        {
          key: 'gov.staff_voice', title: 'How will staff be heard?', type: 'choices', hint: 'Select all that apply', unknown: true,
          why: 'A new form alone does not change how staff feel. Being heard does.',
          options: [
            { key: 'elected-forum', title: 'An elected staff forum' },
            { key: 'council', title: 'A staff council that gives advice' },
            { key: 'council-reserved-powers', title: 'A staff council with powers of its own', hint: 'Some decisions need its agreement' },
            { key: 'votes', title: 'Votes of all staff members' },
            { key: 'other', title: 'Another way' },
          ],
          source: { title: "The King's Fund, Social enterprise in health care, 2011", checkedOn: '2026-11-23' },
        },
        {
          key: 'gov.user_voice', title: 'How will patients and the community be heard?', type: 'choices', hint: 'Select all that apply', unknown: true,
          why: 'The people who use the service know how it works for them.',
          options: [
            { key: 'members', title: 'They can be members' },
            { key: 'seats', title: 'They have seats on the board' },
            { key: 'patient-group', title: 'A patient group' },
            { key: 'forum-with-reply', title: 'A forum that the board must answer in public' },
          ],
          source: slipwayDefault,
        },
      ],
    },
  ],
} satisfies GroupWritten;
