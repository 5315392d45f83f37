import type { GroupWritten } from '../../definition.ts';

/** The strategic case: why, for whom, and against whom. */
export const strategy = {
  key: 'strategy',
  title: 'Strategy and need',
  sections: [
    {
      key: 'case-in-brief',
      title: 'Case in brief',
      hint: 'Write this last',
      questions: [
        {
          key: 'bc.summary', title: 'What is your case, in one page?', type: 'longText', words: 400, from: 'eoi.plan', catchesBenefits: true,
          why: 'Many readers will see only this page before they talk to you.',
          help: 'Cover what moves, what patients gain, what it costs, how you stay safe in a bad year, and what you want decided.',
          example:
            'Harbour Lane Therapies is 42 staff with a budget of £3.2m. We want to leave the trust and run community therapy as a community ' +
            'interest company. Adults wait 16 weeks today. They would wait 5 weeks by the end of year 2. We break even in year 1 and make a ' +
            'surplus of 1.4% by year 3. In our worst month we still hold £212,000. We ask the board to approve the case in principle.',
        },
        {
          key: 'bc.ask', title: 'What are you asking the {approverBody} to decide?', type: 'longText', catchesBenefits: true, words: 100, fullFormOnly: true,
          why: 'A clear request saves a second meeting.',
          example:
            'Approve the case in principle. Release £85,000 for set-up. Let us talk to the pension authority and to insurers. ' +
            'Agree that we come back with a draft contract by March.',
        },
      ],
    },
    {
      key: 'vision-and-reasons',
      title: 'Vision and reasons',
      questions: [
        {
          key: 'bc.vision', title: 'What will patients notice in 3 years?', type: 'longText', words: 200, from: 's0.vision', catchesBenefits: true,
          why: 'Everything else in the case should lead to this.',
          example:
            'Someone who has had a stroke sees a therapist within 5 weeks, in their own town. One therapist stays with them. ' +
            'Families can book online. Staff fix a broken process in days, because they decide together.',
        },
        {
          key: 'bc.reasons', title: 'Why does this need a new organisation?', type: 'longText', words: 250, fullFormOnly: true, catchesBenefits: true,
          why: 'Readers will ask why you cannot do the same where you are.',
          help: 'Say what stops you today, and how the new form removes it. Say what you tried first.',
          example:
            'Small spending decisions take 9 weeks today and pass 4 committees. In a company of 42 staff they would take 1 week. ' +
            'We tried a delegated budget in 2025. It ended after 5 months because the trust had to save in year.',
        },
        {
          key: 'bc.fit', title: 'How does this fit what the {commissioner} wants to buy?', type: 'longText', words: 200, from: 'eoi.commissioner_fit',
          fullFormOnly: true, catchesBenefits: true, why: 'A good service that nobody plans to buy will not last.', hint: 'Name the plan and the page',
        },
      ],
    },
    {
      key: 'local-need',
      title: 'Local need',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.needs_analysis', title: 'What do local people need, now and in 5 years?', type: 'longText', words: 400, catchesBenefits: true,
          why: 'The size and mix of your service should follow need, not habit.',
          help: 'Cover numbers of people, age, places with most need, groups who miss out, and how demand will grow.',
          example:
            'The area has 187,000 people. 21% are over 65, and this will be 24% by 2031. Referrals grew 6% a year for 3 years. ' +
            'People in the 2 poorest wards are referred half as often, although they have more strokes.',
        },
        {
          key: 'bc.needs_file', title: 'Local needs assessment', type: 'file', evidence: 'needs-assessment', optional: true, notApplicable: true,
          hint: 'The joint strategic needs assessment, or the pages you used',
        },
      ],
    },
    {
      key: 'spending-objectives',
      title: 'Main objectives',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.objectives', title: 'What must this change achieve?', type: 'table', row: 'objective', minRows: 3, maxRows: 6,
          why: 'Options are judged against these objectives, and so is the result.',
          help: 'Each objective needs a measure, a starting figure, a target and a date. Promises to patients go on the Benefits page as well.',
          columns: [
            { key: 'objective', title: 'Objective', type: 'text', words: 30 },
            { key: 'measure', title: 'Measure', type: 'text', words: 20 },
            { key: 'start', title: 'Starting figure', type: 'text', words: 10 },
            { key: 'target', title: 'Target', type: 'text', words: 10 },
            { key: 'by', title: 'By when', type: 'month' },
          ],
        },
      ],
    },
    {
      key: 'track-record',
      title: 'Track record',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.track_record', title: 'How has the service done in the last 3 years?', type: 'longText', catchesBenefits: true, words: 300,
          why: 'A forecast is easier to believe beside what really happened.',
          help: 'Give activity, waits, quality, money and staffing for each year. Say what went wrong too.',
        },
        {
          key: 'bc.swot', title: 'What are your strengths and weak points?', type: 'table', fixedRows: [
            { key: 'strengths', title: 'Strengths' },
            { key: 'weaknesses', title: 'Weak points' },
            { key: 'opportunities', title: 'Chances ahead' },
            { key: 'threats', title: 'Threats' },
          ],
          columns: [
            { key: 'what', title: 'What it is', type: 'text', words: 80 },
            { key: 'response', title: 'What you will do about it', type: 'text', words: 80 },
          ],
        },
      ],
    },
    {
      key: 'limits-and-links',
      title: 'Limits and links',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.dependencies', title: 'What limits you, and what do you depend on?', type: 'table', row: 'limit or link', unknown: true,
          why: 'Plans often slip because of something outside the team.',
          columns: [
            {
              key: 'kind', title: 'Kind', type: 'choice', options: [
                { key: 'limit', title: 'A limit we must stay within' },
                { key: 'link', title: 'Something we depend on' },
              ],
            },
            { key: 'what', title: 'What it is', type: 'text', words: 40 },
            { key: 'effect', title: 'What happens if it slips', type: 'text', words: 40 },
            { key: 'owner', title: 'Owner', type: 'text', words: 10 },
            { key: 'due', title: 'Needed by', type: 'date', optional: true },
          ],
        },
      ],
    },
    {
      key: 'market',
      title: 'Other providers nearby',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.market', title: 'Who else could provide this service?', type: 'table', row: 'competitor', minRows: 1, unknown: true,
          why: 'You may have to win the next contract against them.',
          columns: [
            { key: 'competitor', title: 'Competitor', type: 'text', words: 15 },
            { key: 'share', title: 'Share of the local market (%)', type: 'percent', optional: true, total: true },
            {
              key: 'threat', title: 'Threat to you', type: 'choice', options: [
                { key: 'low', title: 'Low' }, { key: 'medium', title: 'Medium' }, { key: 'high', title: 'High' },
              ],
            },
            { key: 'notes', title: 'What they do better or worse', type: 'text', words: 40, optional: true },
          ],
          rules: [{ check: 'sharesWithinWhole', params: { column: 'share', label: 'Market shares' } }],
        },
        {
          key: 'bc.other_providers', title: 'How will your plan affect other providers?', type: 'longText', catchesBenefits: true, words: 200,
          why: 'The {approverBody} looks at the whole local system, not only at you.',
          source: { title: 'Hempsons, Integrated support and assurance process, 2017', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'new-income',
      title: 'New sources of income',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.diversification', title: 'What new income do you plan?', type: 'table', row: 'new income line', unknown: true, notApplicable: true,
          why: 'A team with one contract faces a make-or-break moment when it ends.',
          help: 'Be careful. New ventures can lose money for years. Include only your share, before extra costs.',
          columns: [
            { key: 'line', title: 'New income line', type: 'text', words: 20 },
            {
              key: 'status', title: 'How sure it is', type: 'choice', options: [
                { key: 'idea', title: 'An idea' },
                { key: 'talks', title: 'In talks' },
                { key: 'bid', title: 'Bid sent' },
                { key: 'signed', title: 'Signed' },
              ],
            },
            { key: 'y1', title: 'Year 1', type: 'money', optional: true, total: true },
            { key: 'y2', title: 'Year 2', type: 'money', optional: true, total: true },
            { key: 'y3', title: 'Year 3', type: 'money', optional: true, total: true },
            { key: 'y4', title: 'Year 4', type: 'money', optional: true, total: true },
            { key: 'y5', title: 'Year 5', type: 'money', optional: true, total: true },
          ],
          rules: [{ check: 'newIncomeCautious', params: { percent: 10 } }],
        },
      ],
    },
    {
      key: 'views',
      title: 'What people think',
      questions: [
        {
          key: 'bc.user_involvement', title: 'How did patients and the public shape this plan?', type: 'longText', words: 250,
          from: 'eoi.user_involvement', unknown: true, catchesBenefits: true,
          why: 'Plans have been challenged in court over whether the public had been asked.',
          help: 'Say whom you asked, when, what they said, and what you changed.',
          example:
            'We held 4 meetings with 63 patients and carers in May, and 212 people answered a survey. They feared a loss of home visits. ' +
            'We now keep home visits in the plan, and 2 patients will sit on the board.',
        },
        {
          key: 'bc.support', title: 'Who supports this, and who does not?', type: 'table', row: 'group', minRows: 3, fullFormOnly: true,
          why: 'Honest opposition, told early, does less harm than a surprise.',
          columns: [
            { key: 'group', title: 'Group or person', type: 'text', words: 15, hint: 'GPs, the council, unions, staff, landlords, banks' },
            {
              key: 'view', title: 'View', type: 'choice', options: [
                { key: 'supports', title: 'Supports' },
                { key: 'neutral', title: 'Neutral' },
                { key: 'against', title: 'Against' },
                { key: 'not-asked', title: 'Not asked yet' },
              ],
            },
            { key: 'evidence', title: 'How you know', type: 'text', words: 30 },
            { key: 'answer', title: 'Your answer to them', type: 'text', words: 40, optional: true },
          ],
        },
      ],
    },
  ],
} satisfies GroupWritten;
