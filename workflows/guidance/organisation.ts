import { CHECKED_ON as checkedOn, SOURCES, notAdvice, source, type Topic } from './topic.ts';

/** The shape of the new body, and what happens if it fails. */
export const organisationTopics: Topic[] = [
  {
    key: 'legal-form',
    title: 'Choosing a legal form',
    summary: 'What each form gives you, and the questions that decide.',
    forStages: ['proposal', 'business-case', 'governance'],
    legal: true,
    sections: [
      {
        heading: 'Start with purpose',
        paragraphs: [
          notAdvice('GOV.UK guidance on community interest companies, charity law and the law on co-operative and community benefit societies'),
          'Social enterprise and mutual are not legal forms. They say how you work. The form is the legal shape you choose.',
          'Decide first who should own it, who should have a vote, who may put money in and what protects the assets.',
        ],
      },
      {
        heading: 'The forms most teams look at',
        paragraphs: ['Each has a strength and a price:'],
        bullets: [
          'community interest company (CIC) limited by guarantee: assets locked by law, no dividends, staff can be voting members',
          'CIC limited by shares: assets locked by law, staff can each hold a share, dividends are capped',
          'community benefit society: 1 member, 1 vote, owned by and for a community',
          'co-operative society: the strongest staff control, but no lock set by law',
          'charity: tax relief and gifts, but limits on paying the people who run it',
          'limited liability partnership: shared by partners, no asset lock, so seldom a fit',
        ],
      },
      {
        heading: 'What a CIC must do',
        paragraphs: [
          'A CIC must pass a test for life: a reasonable person might think that its work benefits the community. It fails if only the employees of one employer gain.',
          'Its assets are locked. They may leave only at full value, or to another locked body, or with the consent of the Regulator.',
          'A CIC with shares may pay out at most 35% of its distributable profits. Each year it sends a public report with its accounts.',
        ],
      },
      {
        heading: 'Questions that decide',
        paragraphs: ['The governance stage asks these and ranks the forms for you:'],
        bullets: [
          'are all your purposes charitable?',
          'must staff directors be paid and vote?',
          'do you need gifts or relief on rates?',
          'should every member of staff hold a share?',
          'should patients be voting members?',
          'do you open in under 16 weeks?',
        ],
      },
      {
        heading: 'What does not decide',
        paragraphs: [
          'Pension access does not turn on the form, as far as we can tell. It turns on the contract you hold and on the application.',
          'Value added tax does not go away either. A body that gives exempt health care usually cannot claim it back. Get a written opinion.',
        ],
      },
      {
        heading: 'Time and help',
        paragraphs: [
          'A CIC can be ready in about 3 weeks and a society in about 6. A charity can take 6 months. These are our defaults, so check with the regulator.',
          'Use your own lawyer. One lawyer for both sides has a conflict of interest.',
        ],
      },
    ],
    sources: [
      SOURCES.cic,
      SOURCES.mutual,
      source('Burges Salmon, Community interest companies: an introductory guide', 'https://burges-salmon.com/news-and-insight/legal-updates/community-interest-companies-an-introductory-guide'),
      source('Co-operative and Community Benefit Societies Act 2014', 'https://www.legislation.gov.uk/ukpga/2014/14'),
      source('Charity Commission, model constitution for charitable incorporated organisations, 2016'),
      source('Practical Law, local authority spin-outs'),
      SOURCES.ours,
    ],
    checkedOn,
  },
  {
    key: 'failure-planning',
    title: 'Planning for failure',
    summary: 'How to spot trouble early, who acts, and how patients and staff are kept safe.',
    forStages: ['failure-plan', 'transfer', 'review'],
    legal: true,
    sections: [
      {
        heading: 'Why plan for it',
        paragraphs: [
          notAdvice('GOV.UK guidance on services that must keep running and reports on bodies that closed'),
          'Good services have closed because the money ran out. The commissioner, or whoever follows, must still keep essential services going.',
          'A plan made in calm weather is better than one made in a storm.',
        ],
      },
      {
        heading: 'What happened to others',
        paragraphs: ['These cases are public. Each teaches one thing:'],
        bullets: [
          'Secure Healthcare, 2009: closed about 8 weeks after a new 3-year deal, so a renewal is no proof of health',
          'Peninsula Community Health, 2015: care was rated well, but the money was not there, so watch cash and not only ratings',
          'SEQOL, 2016: the handover came 4 months early, so be ready to move sooner than planned',
          'UnitingCare, 2015: stopped after 8 months, so never start with the price still open',
        ],
      },
      {
        heading: 'Services that must not stop',
        paragraphs: ['Commissioners can mark a service as one that must keep running. They ask whether, without it:'],
        bullets: [
          'there is no other provider close enough',
          'unfair gaps in health would grow',
          'other services that depend on it could not go on',
        ],
      },
      {
        heading: 'Warning signs',
        paragraphs: [
          'Choose signs from data that you already report. Cash comes first. Then look at unpaid bills, vacancies, agency staff, missed targets and late accounts.',
          'Our default: one red sign or 3 amber means closer watch. Two red signs, one of them serious, means getting ready to act. Under 7 days of cash means act today.',
        ],
      },
      {
        heading: 'Who acts',
        paragraphs: [
          'Name one owner on each side, with a deputy. Say who may start the plan, and how to reach them at night.',
          'Two people approve each step up. Nobody steps down until 2 periods have been clear and both owners sign.',
        ],
      },
      {
        heading: 'Staff, records and assets',
        paragraphs: [
          'If the service goes back to the NHS or to a new provider, staff usually move again under TUPE. Keep the staff list fresh, so that you can hand it over in days.',
          'Say who will hold patient records. Records go where the service goes.',
          'An asset lock protects the community, not the commissioner. If NHS money bought something, write down who gets it back.',
        ],
      },
      {
        heading: 'Test it',
        paragraphs: [
          'Before go-live, hold one exercise on running out of money. Then see if you can produce the staff list, caseload and equipment list in 24 hours.',
          'Do it again each year. Give every lesson an owner and a date.',
        ],
      },
    ],
    sources: [
      SOURCES.designate,
      SOURCES.nao,
      source('The Guardian, An ill wind blows for social enterprise, 18 November 2009'),
      source('Monitor, Peninsula Community Health investigation, 7 August 2015'),
      source('Health Service Journal, September 2016, on SEQOL'),
      source('National Audit Office, Investigation into UnitingCare Partnership, 2016'),
      SOURCES.ours,
    ],
    checkedOn,
  },
];
