/* Words alone, and no rules: pages with a form send them to the browser. */

/** Moves a person makes on one mentoring beside answering it, with the words of their page. */
export const MOVES = ['withdraw', 'begin', 'goOn', 'pause', 'resume', 'end'] as const;
export type Move = (typeof MOVES)[number];
interface Words {
  title: string;
  means: string;
  /** What may be said with it; '' when nothing is asked. */
  asks: string;
  done: string;
}
export const MOVE_WORDS: Readonly<Record<Move, Words>> = {
  withdraw: { title: 'Take the request back', means: 'They are told, kindly, that you no longer ask. If somebody is next in line, they are asked now.', asks: '', done: 'The request is taken back' },
  begin: { title: 'Start the first meetings', means: 'You meet up to 3 times to find out whether it works. Nobody owes anything: either side can end it, and need not say why.', asks: '', done: 'The first meetings have started' },
  goOn: { title: 'Say that you want to go on', means: 'Once both sides have said so, you work together for as long as it helps.', asks: '', done: 'You said that you want to go on' },
  pause: { title: 'Pause for now', means: 'No meetings for a while. The mentor keeps the place for the team, and either side can take it up again.', asks: '', done: 'It is paused' },
  resume: { title: 'Take it up again', means: 'You go on where you stopped.', asks: '', done: 'You work together again' },
  end: { title: 'End it', means: 'The mentor no longer sees anything of the case. The other side and the support unit are told, and the support unit can suggest somebody else.', asks: 'Is there anything you would like to say to the other side?', done: 'It has ended. Thank you' },
};
export const moveNamed = (word: string | undefined): Move | undefined => MOVES.find((move) => move === word);

export const OUTCOMES = [
  ['done', 'It did what we wanted'],
  ['partly', 'It helped in part'],
  ['not-a-fit', 'We were not the right fit'],
  ['no-time', 'There was not enough time'],
  ['changed', 'Things changed, and it is no longer needed'],
] as const;
export type Outcome = (typeof OUTCOMES)[number][0];
export const outcomeTitle = (outcome: string | null): string => OUTCOMES.find(([key]) => key === outcome)?.[1] ?? 'Not said';

export const HELPED = [['a-lot', 'A lot'], ['some', 'Some'], ['little', 'A little, or not at all']] as const;
export const OFTEN = [['weekly', 'Every week'], ['fortnightly', 'Every 2 weeks'], ['monthly', 'Once a month'], ['when-needed', 'When something comes up']] as const;
export const REFUSALS = [
  ['full', 'I have no time for another team now', 'has no time for another team now'],
  ['topic', 'Somebody else would know more about this', 'thinks that somebody else would know more about this'],
  ['conflict', 'I have, or may have, a conflict of interest', 'has, or may have, a conflict of interest'],
  ['unsaid', 'I would rather not say', 'gave no reason'],
] as const;
export type RefusalCode = (typeof REFUSALS)[number][0];
/** Days to reply that a team can give. */
export const REPLY_DAYS = [5, 7, 10, 14] as const;

export const titleOf = (pairs: readonly (readonly [string, string, ...string[]])[], key: string): string => pairs.find(([known]) => known === key)?.[1] ?? key;
