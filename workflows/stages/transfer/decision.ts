import type { GroupWritten } from '../../definition.ts';
import { ALL_TASKS, TASK_TABLES } from './mobilisation.ts';

const going = ['go', 'go-with-conditions'];
const needs = (question: string, is: string[], message: string) => ({ check: 'decisionNeeds', params: { decisions: going, question, is, message } });

/** Advice, challenge, boards and the decision to go. */
export const decision: GroupWritten = {
  key: 'go-decision',
  title: 'Decision to go',
  sections: [
    {
      key: 'transfer-conditions',
      title: 'Conditions still open',
      questions: [
        {
          key: 'go.conditions_open',
          title: 'Conditions that stop go-live',
          type: 'computed',
          why: 'Each of these must be met, and checked by the person named, before go-live.',
          computed: { name: 'openConditions', params: { blocks: ['goLive'], settled: ['met', 'waived'] } },
        },
      ],
    },
    {
      key: 'transfer-legal',
      title: 'Legal opinions',
      intro: 'Each side takes its own advice. One law firm for both sides has a conflict of interest.',
      questions: [
        {
          key: 'go.legal_team',
          title: 'Which law firm advises the {team}?',
          type: 'text',
          from: 'gov.legal_team',
          words: 12,
          why: 'You need someone who acts only for you.',
          rules: [{ check: 'differentFirms', params: { question: 'go.legal_commissioner' } }],
        },
        { key: 'go.legal_team_file', title: "Legal opinion for the {team}", type: 'file', evidence: 'legal-opinion-team' },
        {
          key: 'go.legal_commissioner',
          title: 'Which law firm advises the {commissioner} or the {parent}?',
          type: 'text',
          from: 'gov.legal_parent',
          words: 12,
          hint: 'Write "in-house" for a salaried lawyer',
          rules: [{ check: 'differentFirms', params: { question: 'go.legal_team' } }],
        },
        { key: 'go.legal_commissioner_file', title: 'Legal opinion for the {commissioner}', type: 'file', evidence: 'legal-opinion-commissioner' },
      ],
    },
    {
      key: 'transfer-challenge',
      title: 'Legal challenge',
      hint: 'A court case, or a letter that says one may come',
      questions: [
        {
          key: 'go.challenge',
          title: 'Has anyone started or threatened a legal challenge?',
          type: 'yesNo',
          why: 'One transfer was stopped 3 days before go-live. A challenge freezes the decision until a lawyer says otherwise.',
          rules: [{ check: 'adviseWhen', params: { is: ['yes'], message: 'Tell your lawyer and the sponsor today. Nobody can decide to go while a challenge is open' }, severity: 'warn' }],
        },
        {
          key: 'go.challenge_detail',
          title: 'Who, about what, and what happens next?',
          type: 'longText',
          words: 150,
          when: { question: 'go.challenge', is: ['yes'] },
        },
        {
          key: 'go.stop_plan',
          title: 'What happens if the transfer is stopped in the last week?',
          type: 'longText',
          from: 'cont.abort',
          words: 150,
          why: 'Patients, staff and pay must be safe if the answer is no.',
          example:
            'The trust keeps running the service on today\'s terms. Maya Shah, our director, tells all 42 staff within 2 hours. ' +
            'The trust payroll manager keeps the old payroll open for 2 months. Our clinical lead tells GPs the same day. ' +
            'We withdraw the registration and tell the landlord of each of the 3 sites.',
        },
      ],
    },
    {
      key: 'transfer-boards',
      title: 'Both boards',
      intro: 'Both boards decide: the one that lets the service go and the one that takes it on.',
      questions: [
        {
          key: 'go.boards',
          title: 'When did each board decide, and what?',
          type: 'table',
          why: 'Go-live needs a yes from both boards and from the person who answers for the contract.',
          fixedRows: [
            { key: 'parent', title: 'Board of the {parent}' },
            { key: 'enterprise', title: 'Board of the {enterprise}' },
            { key: 'commissioner', title: 'Person who answers for the contract at the {commissioner}' },
          ],
          columns: [
            { key: 'person', title: 'Chair or person who signed', type: 'text', words: 10 },
            { key: 'on', title: 'Date', type: 'date' },
            {
              key: 'view',
              title: 'Decision',
              type: 'choice',
              options: [
                { key: 'go', title: 'Go' },
                { key: 'go-with-conditions', title: 'Go, with conditions' },
                { key: 'no-go', title: 'Do not go' },
              ],
            },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'boards' } }, { check: 'columnInPast', params: { column: 'on', label: 'Date of the decision' } }],
        },
        {
          key: 'go.boards_file',
          title: 'Minutes of both boards',
          type: 'file',
          evidence: 'go-live-minute',
          hint: 'One from each board',
        },
      ],
    },
    {
      key: 'transfer-decision',
      title: 'Go or no go',
      after: ['transfer-boards', 'transfer-day-one'],
      questions: [
        {
          key: 'go.decision',
          title: 'What do you ask the {approver} to decide?',
          type: 'choice',
          why: 'This is the last point at which stopping is easy.',
          options: [
            { key: 'go', title: 'Go' },
            { key: 'go-with-conditions', title: 'Go, with conditions', hint: 'Each condition has an owner and a date' },
            { key: 'no-go', title: 'Do not go yet' },
          ],
          rules: [
            needs('go.cqc', ['registered', 'not-needed'], 'Wait for the registration before you choose go'),
            needs('go.pension_direction', ['granted', 'not-needed'], 'Wait for NHS pension access before you choose go'),
            needs('go.challenge', ['no'], 'A legal challenge is open. Choose "Do not go yet" until a lawyer says otherwise'),
            { check: 'blockersClosed', params: { decisions: ['go'], tasks: ALL_TASKS, tables: TASK_TABLES } },
            { check: 'blockersClosed', params: { decisions: ['go-with-conditions'], tasks: ALL_TASKS, tables: TASK_TABLES }, severity: 'warn' },
            { check: 'noRedForGo', params: { decisions: ['go'], question: 'go.day1_readiness', column: 'colour', red: 'red' } },
            { check: 'noRedForGo', params: { decisions: ['go-with-conditions'], question: 'go.day1_readiness', column: 'colour', red: 'red' }, severity: 'warn' },
            { check: 'boardsAgree', params: { decisions: going, question: 'go.boards', column: 'view', no: 'no-go' } },
          ],
        },
        {
          key: 'go.decision_reason',
          title: 'Why is this the right decision?',
          type: 'longText',
          words: 200,
          why: 'Say what is ready, what is not, and how patients stay safe.',
          example:
            'All 23 blockers are closed and every row for the first day is green or amber. Two rows are amber: signs at the Harbour Lane site, due on 28 March, and ' +
            'smartcards for 3 bank staff, who will work in pairs until then. Both boards said yes on 12 March.',
        },
        {
          key: 'go.decision_conditions',
          title: 'What conditions should there be?',
          type: 'table',
          row: 'condition',
          minRows: 1,
          when: { question: 'go.decision', is: ['go-with-conditions'] },
          columns: [
            { key: 'condition', title: 'Condition', type: 'text', words: 40 },
            { key: 'owner', title: 'Owner', type: 'text', words: 10 },
            { key: 'due-on', title: 'Due date', type: 'date' },
          ],
        },
      ],
    },
  ],
};
