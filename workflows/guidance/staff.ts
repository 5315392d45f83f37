import { CHECKED_ON as checkedOn, SOURCES, notAdvice, source, type Topic } from './topic.ts';

/** What happens to staff: their jobs and their pensions. */
export const staffTopics: Topic[] = [
  {
    key: 'tupe',
    title: 'TUPE in plain English',
    summary: 'The law that protects your job and terms when your employer changes.',
    forStages: ['workforce', 'transfer'],
    legal: true,
    sections: [
      {
        heading: 'What TUPE does',
        paragraphs: [
          notAdvice('the TUPE Regulations 2006, as changed in 2014 and 2024'),
          'TUPE stands for Transfer of Undertakings (Protection of Employment). When a service moves to a new employer, the staff move with it.',
          'Your contract carries on as if the new employer had signed it. Your length of service carries on too. A move from the NHS to a new independent body is normally a TUPE transfer.',
        ],
      },
      {
        heading: 'Who moves',
        paragraphs: [
          'Staff move if they are assigned to the service, and not just for a while. Posts without a person in them do not move.',
          'Some people need a closer look, with human resources and staff side:',
        ],
        bullets: [
          'people who split their time between services',
          'people on parental or sick leave, who move if their post does',
          'people on loan to the team',
          'bank and agency workers, who are usually not covered',
        ],
      },
      {
        heading: 'What staff must be told',
        paragraphs: ['Each employer tells the representatives of its own staff, in writing and in good time:'],
        bullets: [
          'that the transfer will happen, when, and why',
          'what it means for them in law, money and working life',
          'what it plans to change, or that nothing will change',
          'what the new employer plans to change, or that nothing will change',
        ],
      },
      {
        heading: 'Who speaks for staff',
        paragraphs: [
          'If a union is recognised for a group of staff, its representatives speak for them. If not, staff elect people to do so.',
          'For transfers since 1 July 2024 an employer may talk with staff directly, when it has fewer than 50 employees or fewer than 10 people move. It may do this only if no union or representatives are in place.',
        ],
      },
      {
        heading: 'Consultation',
        paragraphs: [
          'An employer who plans to change anything for its staff must consult, and try to reach agreement. Planned changes are called measures. The word is wide: a new pay date or base counts.',
          'The law gives no number of days. It says long enough before. We suggest 90 days before the transfer, with 45 days to consult.',
        ],
      },
      {
        heading: 'Staff records',
        paragraphs: [
          'The old employer gives the new one a set of facts on each person, called employee liability information. It is due at least 28 days before the transfer.',
          'It covers identity, age, contract terms, recent discipline and grievances, claims and collective agreements. Do not put any of it in this tool.',
        ],
      },
      {
        heading: 'What may change',
        paragraphs: [
          'A change to terms does not count if the main reason for it is the transfer. There are narrow exceptions, so take advice first. Making terms match is not a good enough reason.',
          'To dismiss someone because of the transfer is unfair in law, with narrow exceptions.',
          'Collective terms may be talked about again from 1 year after the transfer. The new ones must be no worse overall.',
          'National pay deals made after the transfer do not follow by themselves. They apply only if the new employer adopts them. Ask what is planned for Agenda for Change.',
        ],
      },
      {
        heading: 'If you do not want to move',
        paragraphs: [
          'You may object before the day. Then your job ends when the service moves. It is not a dismissal, and there is no redundancy pay.',
          'It is different if the move would make things much worse for you. Talk with your union or an adviser before you object.',
        ],
      },
      {
        heading: 'If it goes wrong',
        paragraphs: [
          'A tribunal can award up to 13 weeks\' pay to each person affected when staff were not told or consulted. Old and new employer may both have to pay.',
          'When staff records are missing or wrong, it normally awards at least £500 a person. Claims have a time limit, so check it at once.',
        ],
      },
    ],
    sources: [
      SOURCES.tupe,
      SOURCES.acas,
      source('Employment Rights (Amendment, Revocation and Transitional Provision) Regulations 2023 (SI 2023/1426)', 'https://www.legislation.gov.uk/uksi/2023/1426'),
      source('Labour Research Department, TUPE: a guide to the law'),
      source('NHS Social Partnership Forum, staff transfer guide, 2021', 'https://www.socialpartnershipforum.org'),
      SOURCES.ours,
    ],
    checkedOn,
  },
  {
    key: 'pensions',
    title: 'NHS pensions after a transfer',
    summary: 'How staff who move can stay in the NHS Pension Scheme, and what new joiners get.',
    forStages: ['business-case', 'workforce', 'transfer'],
    legal: true,
    sections: [
      {
        heading: 'The main point',
        paragraphs: [
          notAdvice('the New Fair Deal policy of October 2013 and NHS Pensions guidance'),
          'Staff who are moved out of the NHS under TUPE should be able to stay in the NHS Pension Scheme. The policy is called New Fair Deal.',
          'It does not happen by itself. The new employer must apply, and the answer must be in place on the day.',
        ],
      },
      {
        heading: 'Ways to stay in the scheme',
        paragraphs: ['People ask which route applies. There are 2 main ones:'],
        bullets: [
          'a direction or determination, given by law for named staff who move',
          'independent provider access, open since 1 April 2014 to bodies with certain NHS or council health contracts',
        ],
      },
      {
        heading: 'Closed or open',
        paragraphs: [
          'Closed access covers only the staff who moved. Open access covers everyone who is eligible, with new joiners. Open access has to be applied for.',
          'Closed access makes two groups of staff doing the same work with different pensions. Unions often raise this. Say early what new joiners will get.',
        ],
      },
      {
        heading: 'The half-time rule',
        paragraphs: ['Protection lasts while a person spends more than half of their working time on the public service that moved. Watch this when roles change.'],
      },
      {
        heading: 'What it costs',
        paragraphs: [
          'From 1 April 2024 the employer rate is 23.7% of pay, and 0.08% for running the scheme. It is due to change from 1 April 2027.',
          'NHS employers pay 14.38% themselves. The rest is paid for them from the centre. A new body may not get that help.',
          'So model both rates. Do not count on the lower one until somebody at NHS Pensions has confirmed it in writing.',
        ],
      },
      {
        heading: 'When to start',
        paragraphs: [
          'We found no published time for a decision. We suggest you apply 26 weeks before the transfer.',
          'While any member of the scheme has no route, you cannot choose go.',
        ],
      },
    ],
    sources: [
      SOURCES.fairDeal,
      source('Mills & Reeve, New Fair Deal in the NHS', 'https://www.mills-reeve.com/insights/publications/new-fair-deal-in-the-nhs'),
      source('Gowling WLG, Independent providers and the NHS Pension Scheme, 2014', 'https://gowlingwlg.com/en/insights-resources/articles/2014/independent-providers-and-nhs-pension-scheme/'),
      source(
        'NHS Business Services Authority, NHS Pension Scheme employer contribution rates 2024/25',
        'https://www.nhsbsa.nhs.uk/nhs-pension-scheme-employer-contribution-rates-202425',
      ),
      source('NHS Standard Contract, schedule 7, Fair Deal for staff pensions'),
      SOURCES.ours,
    ],
    checkedOn,
  },
];
