import type { GroupWritten } from '../../definition.ts';
import { SUPPORT_THRESHOLDS } from '../../ballots.ts';
import { kingsFund, slipwayDefault, unison } from './sources.ts';

const asked = { question: 'hr.support_test', is: ['ballot', 'indicative-vote', 'survey'] };
const count = (key: string, title: string, hint?: string) => ({ key, title, type: 'whole' as const, min: 0, unit: 'people', ...(hint && { hint }) });

/** How staff were involved, and how they voted. */
export const support = {
  key: 'support',
  title: 'Staff voice and support',
  sections: [
    {
      key: 'engagement-steps',
      title: 'Steps of engagement',
      fullFormOnly: true,
      questions: [
        {
          key: 'hr.engagement_steps', title: 'How far are these 3 steps?', type: 'table', unknown: true,
          why: 'Staff who are asked early find better answers.',
          columns: [
            { key: 'from', title: 'From', type: 'date', optional: true },
            { key: 'what', title: 'What you did', type: 'text', words: 30 },
          ],
          fixedRows: [
            { key: 'options', title: 'Talk about the case for change and the options' },
            { key: 'forum', title: 'Share the draft business case in the partnership forum', hint: 'The joint committee of managers and unions' },
            { key: 'formal', title: 'Formal consultation on the transfer' },
          ],
          source: { title: 'NHS England, Guidance for trusts considering setting up or dissolving a subsidiary', checkedOn: '2026-11-23' },
        },
        {
          key: 'hr.leadership_actions', title: 'What do leaders do, week by week, to involve staff?', type: 'longText', words: 150, unknown: true,
          why: 'A new structure alone does not involve people. Leaders do, from the start.',
          example:
            'The lead meets every team in its own building each month. 6 staff from different bands write the shift pattern with ' +
            'us. We publish each question and answer within 5 days. Staff chose the name in June, and 31 of 42 took part.',
          source: kingsFund,
        },
      ],
    },
    {
      key: 'reach',
      title: 'Staff reached',
      questions: [
        {
          key: 'hr.reached', title: 'How many staff have taken part in something at least once?', type: 'whole', unit: 'people', min: 0, unknown: true,
          why: 'The same faces at every meeting do not show the view of all.',
          rules: [{ check: 'notMoreThan', params: { question: 'hr.headcount_total', label: 'Staff reached', otherLabel: 'the staff in scope' } }],
        },
        { key: 'hr.coverage', title: 'Share of staff reached', type: 'computed', computed: { name: 'share', params: { part: 'hr.reached', whole: 'hr.headcount_total', label: 'staff reached' } } },
      ],
    },
    {
      key: 'engagement-survey',
      title: 'Engagement survey',
      questions: [
        {
          key: 'hr.engagement_survey', title: 'What was the last engagement score?', type: 'decimal', min: 0, unknown: true, notApplicable: true,
          why: 'It is the starting figure that you will compare with after go-live.', hint: 'Such as 7.1 on the NHS staff survey',
        },
        { key: 'hr.engagement_scale', title: 'Which survey and scale is it?', type: 'text', words: 20, unknown: true, notApplicable: true, hint: 'With the month' },
      ],
    },
    {
      key: 'survey-response',
      title: 'Survey response',
      questions: [
        { key: 'hr.engagement_sent', title: 'How many staff were asked?', type: 'whole', unit: 'people', min: 1, unknown: true, notApplicable: true },
        {
          key: 'hr.engagement_returned', title: 'How many answered?', type: 'whole', unit: 'people', min: 0, unknown: true, notApplicable: true,
          rules: [{ check: 'notMoreThan', params: { question: 'hr.engagement_sent', label: 'Staff who answered', otherLabel: 'the staff asked' } }],
        },
        {
          key: 'hr.engagement_response', title: 'Response rate', type: 'computed',
          computed: { name: 'share', params: { part: 'hr.engagement_returned', whole: 'hr.engagement_sent', label: 'staff answered' } },
        },
      ],
    },
    {
      key: 'vote',
      title: 'Vote on the proposal',
      questions: [
        {
          key: 'hr.support_test', title: 'How did you ask staff whether they support it?', type: 'choice', unknown: true,
          why: 'The {approverBody} will ask how you know that staff want this.',
          help: 'No law we found makes you hold a vote. Unions ask for one, with rules agreed by both sides.',
          options: [
            { key: 'ballot', title: 'A ballot' },
            { key: 'indicative-vote', title: 'A show of opinion' },
            { key: 'survey', title: 'A survey' },
            { key: 'none', title: 'We have not asked' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['none'], message: 'Ask staff, or say how you know what they think' } }],
          source: unison,
        },
        { key: 'hr.support_question', title: 'What was the question?', type: 'text', words: 50, when: asked, hint: 'The exact words, and the possible answers' },
        {
          key: 'hr.support_threshold', title: 'What share of yes votes was agreed before the vote?', type: 'percent', when: asked, unknown: true, notApplicable: true,
          hint: 'Such as 51', why: 'A bar agreed before the vote is fair to everyone.',
        },
        { key: 'hr.support_closed_on', title: 'When did voting close?', type: 'date', when: asked, rules: [{ check: 'dateInPast', params: { label: 'The day voting closed' } }] },
      ],
    },
    {
      key: 'vote-run',
      title: 'How the vote was run',
      when: asked,
      questions: [
        {
          key: 'hr.support_run_by', title: 'Who ran it?', type: 'choice',
          options: [
            { key: 'independent', title: 'An independent scrutineer' },
            { key: 'joint', title: 'Unions and managers together' },
            { key: 'union', title: 'The unions' },
            { key: 'parent', title: 'The {parent}' },
            { key: 'team', title: 'The {team}' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['team'], message: 'A vote run by its own supporters carries less weight. Say who else checked the count' } }],
          source: slipwayDefault,
        },
        {
          key: 'hr.support_secret', title: 'Was it secret?', type: 'yesNo', why: 'Nobody should feel pushed to vote one way.',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Say how you made sure that nobody felt pushed' } }], source: slipwayDefault,
        },
        {
          key: 'hr.support_published', title: 'Were the results published to all staff?', type: 'yesNo',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Publish the result to all staff, with the counts' } }], source: slipwayDefault,
        },
        {
          key: 'hr.no_pressure', title: 'How did you make sure that nobody was pressed?', type: 'longText', words: 100, unknown: true,
          why: 'A free vote is worth more than a high one.',
          example:
            'Managers did not speak in the last week. The union and HR counted the papers together. Nobody was asked how they ' +
            'voted, and a paper could be returned blank.',
        },
      ],
    },
    {
      key: 'vote-counts',
      title: 'Votes counted',
      when: asked,
      intro: 'Give the counts. We work out the shares.',
      questions: [
        count('hr.support_electorate', 'How many staff could vote?'),
        {
          ...count('hr.support_returned', 'How many papers came back?', 'With spoilt and blank ones'),
          rules: [{ check: 'ballotCountsAgree' }],
        },
        // Of few votes the counts may be kept from everybody: see workflows/secret-ballots.ts.
        { ...count('hr.support_for', 'How many votes were for it?'), notApplicable: true },
        { ...count('hr.support_against', 'How many votes were against it?'), notApplicable: true },
        { ...count('hr.support_spoilt', 'How many papers were spoilt or blank?', 'Enter 0 if there were none'), notApplicable: true },
        {
          key: 'hr.support_published_share', title: 'Which share of yes votes was published?', type: 'percent', optional: true,
          hint: 'Only if a figure was published', why: 'Published figures and counts do not always agree.',
          rules: [{ check: 'publishedShareAgrees', params: { points: 1 } }], source: slipwayDefault,
        },
      ],
    },
    {
      key: 'vote-result',
      title: 'Result of the vote',
      when: asked,
      questions: [
        { key: 'hr.support_turnout', title: 'Turnout', type: 'computed', computed: { name: 'share', params: { part: 'hr.support_returned', whole: 'hr.support_electorate', label: 'papers returned' } } },
        { key: 'hr.support_yes', title: 'Share of voters who said yes', type: 'computed', computed: { name: 'yesShare' }, rules: [{ check: 'agreedThresholdMet' }] },
        { key: 'hr.support_yes_of_all', title: 'Share of all staff who said yes', type: 'computed', computed: { name: 'share', params: { part: 'hr.support_for', whole: 'hr.support_electorate', label: 'staff said yes' } } },
        {
          key: 'hr.support_status', title: 'Staff support', type: 'computed', computed: { name: 'staffSupport', params: { ...SUPPORT_THRESHOLDS } },
          rules: [{ check: 'opposedNeedsStatement' }, { check: 'opposedIsShown' }, { check: 'weakSupport' }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'board-statement',
      title: 'Board statement',
      when: asked,
      hint: 'Only if most who voted said no',
      questions: [
        {
          key: 'hr.board_statement', title: 'Board statement, if most who voted said no', type: 'longText', words: 300, optional: true,
          why: 'Only the {approverBody} can decide to go on against the vote, and it must say why in writing.',
          hint: 'Say why to go on, what staff said, and who signed it', source: slipwayDefault,
        },
        {
          key: 'hr.board_statement_on', title: 'When did the {approverBody} agree that statement?', type: 'date', optional: true,
          rules: [{ check: 'dateInPast', params: { label: 'The date of the statement' } }],
        },
      ],
    },
    {
      key: 'earlier-votes',
      title: 'Earlier votes',
      questions: [
        {
          key: 'hr.earlier_votes', title: 'Were there other votes before?', type: 'table', row: 'vote', minRows: 0, optional: true, notApplicable: true,
          why: 'A second vote reads differently if you know the first.',
          columns: [
            { key: 'on', title: 'Closed on', type: 'date' },
            { key: 'question', title: 'Question', type: 'text', words: 30 },
            { key: 'electorate', title: 'Could vote', type: 'whole', min: 0 },
            { key: 'returned', title: 'Papers returned', type: 'whole', min: 0 },
            { key: 'for', title: 'For', type: 'whole', min: 0 },
            { key: 'against', title: 'Against', type: 'whole', min: 0 },
            { key: 'spoilt', title: 'Spoilt or blank', type: 'whole', min: 0 },
          ],
          rules: [{ check: 'ballotRowsAgree' }],
        },
      ],
    },
  ],
} satisfies GroupWritten;
