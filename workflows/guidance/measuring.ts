import { CHECKED_ON as checkedOn, SOURCES, source, type Topic } from './topic.ts';

/** How to promise, count and report a benefit. */
export const measuringTopics: Topic[] = [
  {
    key: 'measuring-benefits',
    title: 'Measuring a benefit',
    summary: 'How to turn a hope into a promise that somebody can check.',
    forStages: ['proposal', 'business-case', 'contract', 'transfer', 'review'],
    sections: [
      {
        heading: 'What a benefit is',
        paragraphs: [
          'A benefit is a change for the better that somebody can measure. If it cannot be measured, nobody can say that it came true.',
          'Write one change in one sentence. Say who gains, by how much and by when.',
        ],
      },
      {
        heading: 'The parts of a promise',
        paragraphs: ['A promise that can be checked has all of these:'],
        bullets: [
          'who gains',
          'the measure and its unit',
          'which way is better',
          'the starting figure, its dates and its source',
          'the target and the date to reach it',
          'who collects it, and how often',
        ],
      },
      {
        heading: 'An example',
        paragraphs: [
          'Weak: "We will improve access." Nobody can tell when that is done.',
          'Strong: "The average wait for a first therapy visit falls from 16 weeks to 8 by March 2029. We count from the day the referral arrives. The clinic system gives the figure each month."',
        ],
      },
      {
        heading: 'Starting figures',
        paragraphs: [
          'Collect at least 12 months before transfer. A shorter time can be a good or bad spell. Say so if you have less.',
          'Freeze the figure before the day. Nobody can rebuild it afterwards.',
          'Keep one definition. Sickness in percent and sickness in days a year cannot be compared.',
        ],
      },
      {
        heading: 'What would have happened anyway',
        paragraphs: [
          'Things change with or without you. Compare with staying as you are, with a similar service, or with the trend before.',
          'Name other causes. An honest reader will think of them anyway.',
        ],
      },
      {
        heading: 'Small numbers',
        paragraphs: [
          'With few people, figures jump about by chance. Under 20, say only which way it moved. Join several quarters if you can.',
          'Always show the number with the percentage. Leave out counts of 1 to 4 people, so that nobody can be recognised.',
        ],
      },
      {
        heading: 'Ordinary ups and downs',
        paragraphs: [
          'A monthly figure goes up and down by itself. A control chart shows how much is ordinary. The tool draws one when it has enough points.',
          'Seven months in a row on one side of the average is a real change. So is a point far outside the usual range.',
        ],
      },
      {
        heading: 'A fair set of measures',
        paragraphs: [
          'We suggest 6 to 12 measures in a contract. Include patients, staff and money. For each saving, add a measure that shows care did not get worse.',
          'Staff sickness is often the first measure people reach for. It should not be the only one.',
          'Stories count too. Get the person\'s agreement, and tie the story to a measure and a time.',
        ],
        see: { to: '/guidance/measures', label: 'Choose from the measure library' },
      },
      {
        heading: 'Before you claim success',
        paragraphs: ['Say these things beside any result:'],
        bullets: [
          'how many cases, and how many months live',
          'that teams chose to take part',
          'what else changed at the same time',
          'whether the definition stayed the same',
          'who reported it, and who checked',
          'that nobody can see what would have happened otherwise',
        ],
      },
    ],
    sources: [
      SOURCES.nao,
      source('HM Treasury, The Green Book', 'https://www.gov.uk/government/collections/the-green-book-and-accompanying-guidance-and-documents'),
      source('NHS England, Making Data Count'),
      SOURCES.ours,
    ],
    checkedOn,
  },
];
