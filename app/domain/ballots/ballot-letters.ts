import { dayInWords } from '#workflows/dates.ts';

interface Asked {
  title: string;
  question: string;
  closesOn: string;
  runner: string;
  link: string;
}

const SECRET = 'It is secret. We keep whether you have voted, so that nobody votes twice. What you vote is added to the count and kept nowhere else: no page, list or report can show how you voted.';

/** What an elector is written at the opening, and once more halfway when they have not voted. */
export const ballotLetter = ({ title, question, closesOn, runner, link }: Asked, again: boolean): { subject: string; text: string } => ({
  subject: again ? `You can still vote until ${dayInWords(closesOn)}: ${title}` : `Vote by ${dayInWords(closesOn)}: ${title}`,
  text: [
    'Dear colleague,',
    `You are asked to vote on this question: ${question}`,
    link,
    `The page has a button; opening the link does not vote. You can vote once, until the end of ${dayInWords(closesOn)}. The vote is run by ${runner}.`,
    SECRET,
    again ? 'We write this once, to everybody who has not voted. If you do not want to vote, do nothing.' : 'If you do not want to vote, do nothing. Do not pass this letter on: whoever holds the link can vote with it.',
    'Slipway',
  ].join('\n\n') + '\n',
});
