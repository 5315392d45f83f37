import { CHECKED_ON as checkedOn, SOURCES, notAdvice, source, type Topic } from './topic.ts';

/** How each of the three pathways works. */
export const pathwayTopics: Topic[] = [
  {
    key: 'public-service-mutual',
    title: 'Public service mutuals today',
    summary: 'How a team leaves a public body now, who decides, and how contracts are given.',
    forStages: ['readiness', 'proposal', 'contract'],
    forPathways: ['public-service-mutual'],
    legal: true,
    sections: [
      {
        heading: 'What a mutual is',
        paragraphs: [
          notAdvice('GOV.UK guidance on mutuals, NHS England guidance on choosing providers and the Procurement Act 2023'),
          'A public service mutual is a team that has left the public sector and still gives public services. It is not a legal form. You choose the form later.',
          'Three things must be true:',
        ],
        bullets: ['you have left the public sector', 'you still give public services', 'staff have real influence or control'],
      },
      {
        heading: 'Who decides',
        paragraphs: [
          'No law gives an NHS team the right to be heard. The board of your parent organisation decides whether to back the plan.',
          'Then people at an integrated care board, a council or NHS England decide whether to buy the service from you. These are two decisions. A yes to one is not a yes to the other.',
          'Since September 2025, people at NHS England agree to a trust moving staff into its own subsidiary only with clear local union ' +
            'support and protected NHS terms. That policy is about subsidiaries. We suggest you read it as a signal for any move.',
        ],
      },
      {
        heading: 'How NHS contracts are given',
        paragraphs: [
          'Health services are bought under the Provider Selection Regime, in force since 1 January 2024. It has five routes:',
        ],
        bullets: [
          'direct award A: only the existing provider can do it',
          'direct award B: patients may choose any provider',
          'direct award C: the existing provider does well and little changes',
          'most suitable provider: one is chosen without a competition',
          'competition: several bid',
        ],
      },
      {
        heading: 'What this means for you',
        paragraphs: [
          'A new body is usually not the existing provider. So we suggest you plan for the most suitable provider route or a competition, and take legal advice early.',
          'After the notice of who will get the contract there is a pause, called a standstill. It starts the day after the notice.',
          'Another provider may challenge the choice until midnight at the end of the eighth working day after that start. ' +
            'If somebody does, 5 more working days must pass after the new decision.',
        ],
      },
      {
        heading: 'Council services',
        paragraphs: [
          'A council may limit a bid for some services to mutuals, under section 33 of the Procurement Act 2023. The contract can last 5 years at most.',
          'The mutual must not have held a similar contract from the same council, given in this way, in the last 3 years.',
        ],
      },
      {
        heading: 'Money to help you',
        paragraphs: ['When we checked, no national fund for new mutuals was open. Ask the support unit what is open near you.'],
      },
    ],
    sources: [
      SOURCES.mutual,
      SOURCES.psr,
      SOURCES.standstill,
      SOURCES.procurement,
      source('Mills & Reeve, NHS England tightens national policy on wholly owned subsidiaries, September 2025'),
    ],
    checkedOn,
  },
  {
    key: 'right-to-request',
    title: 'Right to Request, 2008 to 2010',
    summary: 'What the first pathway promised, how it was decided and what was learned.',
    forStages: ['readiness', 'proposal'],
    forPathways: ['right-to-request'],
    sections: [
      {
        heading: 'What it was',
        paragraphs: [
          'From 2008, staff of a primary care trust could ask its board to consider a plan for a social enterprise. The last date to apply was 30 September 2010.',
          'Staff had the right to be considered. They did not have the right to a yes.',
          'This pathway is closed. It is here for past cases and for training.',
        ],
      },
      {
        heading: 'Who decided',
        paragraphs: [
          'The trust board decided first. People at the strategic health authority had to agree too.',
          'If both said yes, the board backed the plan and gave a first contract of 3 to 5 years without a competition.',
        ],
      },
      {
        heading: 'How big it became',
        paragraphs: [
          'In November 2010 ministers counted 61 proposals in 3 waves. They covered about 25,000 staff and services worth about £900 million.',
          'Teams ranged from a handful of people to more than 1,000. One known case took about 31 months from first talks to opening.',
        ],
      },
      {
        heading: 'What was learned',
        paragraphs: ['Auditors, researchers and courts left clear lessons:'],
        bullets: [
          'boards said yes because of promised benefits, but seldom wrote them into contracts',
          'nobody set measures for the programme, so success was hard to judge',
          'many risks stayed with the trust, which had to step in if a service failed',
          'worry about pensions held many teams back',
          'in Gloucestershire a contract given without competition was challenged in court, and the transfer stopped',
          'leaving the NHS does not by itself make staff feel more involved',
        ],
      },
    ],
    sources: [
      source('Department of Health, Right to Request, archived 4 January 2012'),
      source('Written statement on Right to Request, House of Commons, 16 November 2010'),
      SOURCES.nao,
      SOURCES.kingsFund,
      source('BMJ 345:e7056, 19 October 2012'),
    ],
    checkedOn,
  },
  {
    key: 'right-to-provide',
    title: 'Right to Provide, from 2011',
    summary: 'How staff of NHS trusts could propose a new body, and why no contract was promised.',
    forStages: ['readiness', 'proposal', 'contract'],
    forPathways: ['right-to-provide'],
    sections: [
      {
        heading: 'What it was',
        paragraphs: [
          'From 30 March 2011, people working in NHS and care services could propose an enterprise led by staff. One person could apply, or a team.',
          'The plan could cover one service, several services or a care pathway. This pathway is here for past cases and for training.',
        ],
      },
      {
        heading: 'Who decided',
        paragraphs: [
          'Staff sent an expression of interest to the board of their trust. Boards were asked to consider the first round by 31 December 2011.',
          'The board gave its view first. The final decision came after an assurance step.',
        ],
      },
      {
        heading: 'What the board asked',
        paragraphs: ['Boards were asked to judge a proposal by these aims:'],
        bullets: [
          'more kinds of provider',
          'better quality at lower cost',
          'more choice for patients',
          'a good fit with the future of the trust',
        ],
      },
      {
        heading: 'The contract',
        paragraphs: [
          'There was no promised contract. The new body had to win one, or agree one with a commissioner, like anyone else.',
          'So the plan had to show why somebody would buy the service, and what would happen if nobody did.',
        ],
      },
    ],
    sources: [
      source('Department of Health, Right to Provide: what it means for host organisations, archived 7 September 2011'),
      source('Department of Health, Making Quality Your Business: expression of interest guidance, July 2011'),
      source('Written statement on Right to Provide, House of Commons, 30 March 2011'),
    ],
    checkedOn,
  },
];
