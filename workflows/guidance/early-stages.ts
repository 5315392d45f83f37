import { CHECKED_ON as checkedOn, SOURCES, notAdvice, source, type Topic } from './topic.ts';

/** How the first five stages work and what approvers look for. */
export const earlyStageTopics: Topic[] = [
  {
    key: 'readiness',
    title: 'How the readiness check works',
    summary: 'A first look at why, who and whether you have the time. Nobody decides on it.',
    forStages: ['readiness'],
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          'Most teams start with an idea and many questions. The check shows where you stand and which mentor could help.',
          'Nobody approves or declines it. You can go back to it at any time.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['Five things are enough to begin:'],
        bullets: [
          'say why you want this, and what patients would notice in 3 years',
          'list the services, the staff and the budget',
          'rate the skills in your team honestly',
          'tell your line manager',
          'agree protected hours each week',
        ],
      },
      {
        heading: 'What makes a good start',
        paragraphs: [
          'Start from what patients would gain. Researchers found that teams who only wanted to avoid a takeover had a weaker case.',
          'Talk with staff early, before anything is settled. Ask the support unit for a mentor if a skill is missing.',
          'Protect some hours. Teams who did this on top of the day job found it very hard.',
        ],
      },
    ],
    sources: [SOURCES.kingsFund, SOURCES.mutual, SOURCES.ours],
    checkedOn,
  },
  {
    key: 'proposal',
    title: 'How the proposal works',
    summary: 'A short case for spending time on the idea. A yes means you may develop it, and no more.',
    forStages: ['proposal'],
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          'The proposal says what would move, why, and what would get better. It is short on purpose.',
          'A yes lets you spend time and money on a full plan. It does not promise a contract or a transfer.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['Keep each answer plain, and give numbers where you have them:'],
        bullets: [
          'name a lead, a deputy and a senior sponsor',
          'describe the service now and what will change',
          'promise 3 to 5 benefits, each with a first measure',
          'compare real options, and include staying as you are',
          'say how staff, unions and patients were told',
          'name your 5 biggest risks',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: ['The board sponsor reads with these questions in mind:'],
        bullets: [
          'may this team and service use this pathway?',
          'is there a clear benefit for patients, with a measure?',
          'do the numbers make sense?',
          'were other options looked at honestly?',
          'do staff and unions know?',
          'is there an obvious legal reason to stop?',
        ],
      },
      {
        heading: 'What often goes wrong',
        paragraphs: [
          'Teams promise "better care" with no measure. Write what would change, from what figure, to what figure, by when.',
          'Teams leave out the option of staying in the NHS. Challenges in court have turned on that gap.',
        ],
      },
    ],
    sources: [
      source('Department of Health, Right to Provide: what it means for host organisations, archived 7 September 2011'),
      source('No5 Chambers, Lessons from Lloyd v Gloucestershire Primary Care Trust, 2012'),
      SOURCES.ours,
    ],
    checkedOn,
  },
  {
    key: 'business-case',
    title: 'How the business case works',
    summary: 'The full plan: need, options, money, people, risks and benefits.',
    forStages: ['business-case'],
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          'The business case shows that this is the best choice, that it can be paid for and that you can do it.',
          'A small team gets a short form. Our default is up to 25 staff and £1 million a year.',
        ],
      },
      {
        heading: 'Options and benefits',
        paragraphs: [
          'Compare at least 4 options: stay as you are, join another NHS body, spin out, and one more. Score them with the same tests.',
          'Ask what would have happened anyway. A benefit is what you add to that, not to today.',
        ],
      },
      {
        heading: 'Money',
        paragraphs: [
          'Show 5 years. Show the first 2 by month, because cash runs out by the month and not by the year.',
          'Test what happens when things go wrong:',
        ],
        bullets: [
          'income falls by 5%',
          'costs rise by 3%',
          'the commissioner pays 30 days late',
          'a pay award is not funded',
          'value added tax cannot be claimed back',
          'the largest contract ends',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: ['Finance, quality, staff and legal reviewers read before the board does. Together they ask:'],
        bullets: [
          'does quality improve, and do services still join up?',
          'is there cash in every month of the plan?',
          'is it better value than the next best option?',
          'can this team do it?',
          'is the legal route sound?',
          'are risks named, priced and owned, and benefits measurable?',
        ],
      },
      {
        heading: 'What often goes wrong',
        paragraphs: [
          'Plans are too hopeful. Savings come late and costs come early. Lower the benefits, raise the costs and add time, then see if it still works.',
          'One enterprise opened in debt left over from before it began. Agree who holds old debts before you sign.',
        ],
      },
    ],
    sources: [
      source('HM Treasury, The Green Book', 'https://www.gov.uk/government/collections/the-green-book-and-accompanying-guidance-and-documents'),
      source('National Audit Office, Investigation into UnitingCare Partnership, 2016'),
      source('Health Service Journal, 2015, on Peninsula Community Health'),
      SOURCES.nao,
      SOURCES.ours,
    ],
    checkedOn,
  },
  {
    key: 'governance',
    title: 'How governance and legal form work',
    summary: 'What the new body is, who owns it, who runs it and what protects its assets.',
    forStages: ['governance'],
    legal: true,
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          notAdvice('GOV.UK guidance on community interest companies and on mutuals'),
          'Here you choose the legal form, name the board and show how staff and patients have a say.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['Take your own legal advice, then answer these:'],
        bullets: [
          'which legal form, and why not the others',
          'what locks the assets for public good',
          'who owns it, and how votes are shared',
          'who sits on the board, and what they bring',
          'how conflicts of interest are handled',
          'which policies are ready',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: [
          'They look for a form that fits the purpose, a lock that holds and staff control that is real.',
          'They look for a board with the right skills: a chair who is not the chief executive, and people who know finance and clinical care. We suggest at least one seat elected by staff.',
          'They check that no law firm advises both sides.',
        ],
      },
      {
        heading: 'Conflicts of interest',
        paragraphs: [
          'Leaders of a spin-out work for the old body and plan for the new one. Declare that early, in writing.',
          'A person who may become a director, employee or owner of the new body must not take part in deciding on it.',
        ],
      },
    ],
    sources: [
      SOURCES.cic,
      SOURCES.mutual,
      source('NHS England, Managing conflicts of interest in the NHS', 'https://www.england.nhs.uk/long-read/managing-conflicts-of-interest-in-the-nhs/'),
    ],
    checkedOn,
  },
  {
    key: 'workforce',
    title: 'How the workforce stage works',
    summary: 'Who moves, what they are told, what they think, and what happens to pay and pensions.',
    forStages: ['workforce'],
    legal: true,
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          notAdvice('the TUPE Regulations 2006 and pension policy for staff who leave the NHS'),
          'This stage shows that staff were told the truth, were listened to and keep what the law protects.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['Work with human resources and with staff side from the start:'],
        bullets: [
          'count the staff who move, without names',
          'name unions or elect representatives',
          'write what will change, which the law calls measures',
          'consult, and keep a log with your replies',
          'settle pensions',
          'say what new joiners will get',
        ],
      },
      {
        heading: 'Showing support',
        paragraphs: [
          'The law does not ask for a ballot. Many boards do, and unions ask for one.',
          'If you hold a vote, give the raw counts. The tool works out turnout and share, so the figures always agree.',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: [
          'They look for lawful consultation, real support, settled pensions, clear terms for new joiners and an answer to each point a union made.',
          'Staff side may add a statement. It reaches the board unchanged.',
        ],
      },
      {
        heading: 'What you must not add',
        paragraphs: ['Do not add names, ages, grievances or sickness records. Staff records pass between employers in another, safer way.'],
      },
    ],
    sources: [SOURCES.tupe, SOURCES.acas, SOURCES.fairDeal, source('UNISON, health conference motion on social enterprises, 2010'), SOURCES.ours],
    checkedOn,
  },
];
