import { CHECKED_ON as checkedOn, SOURCES, notAdvice, source, type Topic } from './topic.ts';

/** How the last four stages work and what approvers look for. */
export const lateStageTopics: Topic[] = [
  {
    key: 'contract',
    title: 'How the contract stage works',
    summary: 'Turning promises into a contract that says what will be measured and paid for.',
    forStages: ['contract'],
    legal: true,
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          notAdvice('the Provider Selection Regime guidance of NHS England and the Procurement Act 2023'),
          'Auditors found that boards said yes to spin-outs because of promised benefits, then left those benefits out of the contract. This stage closes that gap.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['You and the commissioner write this together:'],
        bullets: [
          'the legal route to the contract, and why it is lawful',
          'the length, and when either side can end it',
          'the price, when it is paid and what is saved',
          'what is measured, how often and what follows a miss',
          'who holds each debt and risk',
          'what happens to each promised benefit',
        ],
      },
      {
        heading: 'Each promise has one of 3 ends',
        paragraphs: [
          'A promise can be in the contract with a measure. It can be watched and not enforced. Or it can be left out. The last two need a written reason and a name.',
          'A promise in the contract needs a starting figure, a target, a definition, a date and a clause number.',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: ['They check these before anyone signs:'],
        bullets: [
          'every promise is traced',
          'savings are stated, or their absence is explained',
          'reporting is no heavier than it needs to be',
          'cash never falls below zero on these payment terms',
          'the length is lawful',
          'the pause after the award notice is over',
        ],
      },
      {
        heading: 'Fair to every provider',
        paragraphs: [
          'A social enterprise should not face harder terms than others. For each measure, say whether other providers have it too.',
          'A benefit that you offered yourself is fair to ask of you.',
        ],
      },
      {
        heading: 'How long',
        paragraphs: [
          'Researchers warned that short contracts put new bodies at risk. Check that the contract lasts as long as your loans.',
          'Start to plan the next contract at least 12 months before this one ends. That is our default.',
        ],
      },
    ],
    sources: [SOURCES.nao, SOURCES.psr, SOURCES.standstill, SOURCES.procurement, SOURCES.kingsFund, SOURCES.ours],
    checkedOn,
  },
  {
    key: 'failure-plan',
    title: 'How the failure plan stage works',
    summary: 'What happens to patients and staff if the new body cannot go on.',
    forStages: ['failure-plan'],
    legal: true,
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          notAdvice('GOV.UK guidance on services that must keep running and the NHS provider licence'),
          'Patients must be safe even if the company is not. No case goes live without a plan that has been approved and tested.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['Two people own the plan: one from the new body and one from the commissioner. Together you:'],
        bullets: [
          'say which services must never stop',
          'name who takes over each, and how fast',
          'choose warning signs and limits',
          'plan for each thing that could go wrong',
          'agree who may start the plan, day or night',
          'test it',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: ['A plan on paper is not enough. They ask:'],
        bullets: [
          'does every essential service have a named fallback and a time?',
          'are warning signs measured from data you already report?',
          'are debts and risks costed?',
          'was there an exercise, and were its lessons acted on?',
          'do both sides own it?',
        ],
      },
      {
        heading: 'Keeping it alive',
        paragraphs: ['Test it before go-live and then every year. Look at the signs in each review. Refresh the staff list every 6 months. These are our defaults.'],
      },
    ],
    sources: [SOURCES.designate, SOURCES.nao, source('NHS England, check if you need a provider licence'), SOURCES.ours],
    checkedOn,
  },
  {
    key: 'transfer',
    title: 'How transfer and go-live work',
    summary: 'Getting ready, deciding to go, and the first day.',
    forStages: ['transfer'],
    legal: true,
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          notAdvice('the TUPE Regulations 2006, the Health and Social Care Act 2008 and guidance from the Care Quality Commission'),
          'This stage shows that everything is ready for the day the service moves. It ends in a decision to go or not to go.',
        ],
      },
      {
        heading: 'The list of tasks',
        paragraphs: [
          'There are 47 tasks in 11 groups. 23 of them are blockers. A blocker must be done, or not needed, before anyone decides to go.',
          'The tool counts back from your transfer date and shows when each task must start. The times are our defaults unless a source is named.',
          'These usually take longest:',
        ],
        bullets: [
          'a licence to hold controlled drugs',
          'NHS pension access',
          'leases',
          'the clinical system',
          'registration with the Care Quality Commission',
        ],
      },
      {
        heading: 'What the law asks for by the day',
        paragraphs: ['Some things have no slack:'],
        bullets: [
          'registration, if you carry out a regulated activity',
          'staff records from the old employer at least 28 days before',
          "employers' liability cover of at least £5 million",
          'lawful consultation, finished before the transfer',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: [
          'They look for no red rows, every blocker closed and every condition met. They look for a legal opinion for each side.',
          'They want the starting figure of every benefit recorded. Nobody can collect it after the day.',
          'Both boards must say yes.',
        ],
      },
      {
        heading: 'If somebody challenges it',
        paragraphs: [
          'One transfer was stopped 3 days before it was due. If there is a legal challenge, or a threat of one, say so at once. The decision is then frozen.',
          'Write down what happens if the answer is no in the last week. Staff must still be paid and patients still seen.',
        ],
      },
    ],
    sources: [
      SOURCES.tupe,
      SOURCES.acas,
      source('Health and Social Care Act 2008, section 10', 'https://www.legislation.gov.uk/ukpga/2008/14/section/10'),
      source('GOV.UK, Employers\' liability insurance', 'https://www.gov.uk/employers-liability-insurance'),
      source('Care Quality Commission, Home Office licences for controlled drugs, 2024'),
      source('Nursing Times, 2011, on the Gloucestershire transfer'),
      SOURCES.ours,
    ],
    checkedOn,
  },
  {
    key: 'review',
    title: 'How the benefit review works',
    summary: 'Showing, with numbers, what came true and what to do next.',
    forStages: ['review'],
    sections: [
      {
        heading: 'What it is for',
        paragraphs: [
          'The review asks one question of each promise: did it come true? Our default is to ask at 3, 6 and 12 months, and then every year.',
          'There is an extra review 12 months before the contract ends.',
        ],
      },
      {
        heading: 'What you do',
        paragraphs: ['For each benefit, give the result and what stands behind it:'],
        bullets: [
          'the figure, in the unit you promised',
          'how many it is out of',
          'how good the data is, from A to D',
          'where it came from',
          'what changed, why, and what else may explain it',
        ],
      },
      {
        heading: 'Rules that keep it fair',
        paragraphs: ['These are our rules, so that nobody claims too much or gives anyone away:'],
        bullets: [
          'a percentage is never shown without its number',
          'counts of 1 to 4 people are left out',
          'a result is early until you have been live for 12 months',
          'before and after use the same definition',
          'data graded D counts as not measured',
        ],
      },
      {
        heading: 'What approvers look for',
        paragraphs: [
          'They look for whole data, the same method as before and an action for every miss. They look for dropped promises, said openly.',
          'A missed target with a clear reason and a plan is a better answer than silence.',
        ],
      },
      {
        heading: 'Share what you learned',
        paragraphs: ['Give 3 lessons for the next team. Then pass each one on from the page of your case: say what happened, what you would do differently, and who may read it. You can do that at any time, not only at a review.'],
      },
    ],
    sources: [SOURCES.nao, source('HM Treasury, The Green Book', 'https://www.gov.uk/government/collections/the-green-book-and-accompanying-guidance-and-documents'), SOURCES.ours],
    checkedOn,
  },
];
