import { CHECKED_ON as checkedOn, SOURCES, source, type Topic } from './topic.ts';
import { STAGES } from '../definition.ts';

/** For the people around a team: those who decide, and those who have done it before. */
export const peopleTopics: Topic[] = [
  {
    key: 'deciding',
    title: 'How deciding works, for approvers',
    summary: 'What you may decide, what must be in first, and how your reasons are kept.',
    forStages: STAGES.filter((stage) => stage !== 'readiness'),
    sections: [
      {
        heading: 'What you are asked',
        paragraphs: [
          'The team sends a stage. You read it, judge each test and record one decision with your reasons. The record cannot be changed later.',
          'Approval means that the case may move on. Assurance is a second look by somebody independent. Sign-off is the recorded act.',
        ],
      },
      {
        heading: 'What you can decide',
        paragraphs: ['There are 5 answers:'],
        bullets: [
          'approve: the case may go on',
          'approve with conditions: each has an owner, a date, the proof needed and what it stops',
          'ask for changes: the team gets your comments and sends a new version',
          'put off: you give a new date and a reason',
          'decline: you choose reasons from a list and say what would change your mind',
        ],
      },
      {
        heading: 'What must be in first',
        paragraphs: [
          'Specialist reviewers look at money, staff, quality or law. Each says supported, supported with comments, or not supported.',
          'You may decide against a reviewer. You must then write why.',
          'You give a verdict on every test: met, partly met or not met. Some tests block. If one of those is not met, you cannot approve.',
        ],
      },
      {
        heading: 'Who may not decide',
        paragraphs: [
          'Declare any interest before you read. You may not decide if you could become a director, employee or owner of the new body.',
          'The person who writes, the person who reviews and the person who decides must be 3 different people.',
        ],
      },
      {
        heading: 'Conditions that work',
        paragraphs: [
          'A good condition can be checked. Say what you need to see, from whom, by when, and what waits for it.',
          'One early spin-out went live with 5 conditions, such as a board with the right skills. Conditions must be met and checked, not just promised.',
        ],
      },
      {
        heading: 'Questions worth asking',
        paragraphs: ['Auditors found gaps that these questions would have filled:'],
        bullets: [
          'which benefits am I approving this for, and are they in the contract?',
          'what would have happened if the service stayed?',
          'who pays if it fails, and who takes over?',
          'does one payer hold the whole company up?',
          'what did staff and unions say, and who answered them?',
          'would I ask this of any other provider?',
        ],
      },
      {
        heading: 'Time',
        paragraphs: [
          'Each stage has an agreed time to answer. The clock stops while the team has something to do.',
          'If you need longer, put it off with a date and a reason. Silence is the hardest answer for a team to plan around.',
        ],
      },
      {
        heading: 'After a no',
        paragraphs: [
          'The team sees your reasons and what would change your mind. They may ask for a review by the next level.',
          'Their answers are kept. A better plan can start from them.',
        ],
      },
    ],
    sources: [
      SOURCES.nao,
      source('NHS England, Managing conflicts of interest in the NHS', 'https://www.england.nhs.uk/long-read/managing-conflicts-of-interest-in-the-nhs/'),
      source('WhatDoTheyKnow, freedom of information request on Locala, 2012'),
      SOURCES.ours,
    ],
    checkedOn,
  },
  {
    key: 'mentors',
    title: 'Working with a mentor',
    summary: 'What a mentor does, how you find one and what they can see.',
    forStages: [...STAGES],
    sections: [
      {
        heading: 'What a mentor is',
        paragraphs: [
          'A mentor has done this before, often in a social enterprise that runs today. They listen, ask questions and share what they learned.',
          'A mentor does not approve anything, write your plan or speak for you.',
        ],
      },
      {
        heading: 'Finding one',
        paragraphs: [
          'The tool suggests mentors who know what you lack, work in services like yours and have time. You choose. You can look at others.',
          'Someone who might bid for the same contract is never suggested.',
        ],
      },
      {
        heading: 'Asking',
        paragraphs: ['Say 3 things when you ask:'],
        bullets: ['what you are stuck on', 'what you have tried', 'how often you would like to talk'],
      },
      {
        heading: 'The first meetings',
        paragraphs: [
          'The first 3 meetings are a trial. Either of you can stop after any of them, and nobody has to say why. The support unit will suggest someone else.',
          'Bring one real question to each meeting. Write down what you agreed.',
        ],
      },
      {
        heading: 'What they can see',
        paragraphs: [
          'A mentor sees the parts of the case that you share. They can ask questions and make suggestions on your answers.',
          'They cannot see notes between reviewers. They cannot decide.',
        ],
      },
      {
        heading: 'What others would tell you',
        paragraphs: ['Teams who have done it often say:'],
        bullets: [
          'start with the vision, and choose the structure later',
          'talk with staff and unions before you are ready',
          'invite someone to pick holes in the plan',
          'build the skills of the board early',
          'plan for the next contract from the first day',
          'get cover for the day job',
        ],
      },
    ],
    sources: [
      source('GOV.UK, Pathfinder mutuals, August 2010'),
      source('Your Healthcare, a social enterprise perspective, slides, 2010'),
      source('Third Sector, Inclusion Healthcare case study'),
      SOURCES.ours,
    ],
    checkedOn,
  },
];
