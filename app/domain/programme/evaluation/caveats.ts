import { counted } from '../../../lib/money.ts';
import type { ProgrammePage } from '../programme-page.server.ts';

/** From this many cases on, a share in per cent may be shown; below it counts and ranges only. Slipway default. */
export const ENOUGH_CASES = 10;

/** What whoever reads these figures must know of them, with the numbers of the day. */
export function caveatsOf({ cases, live, monthsLive, whole }: Pick<ProgrammePage, 'cases' | 'live' | 'monthsLive' | 'whole'>): { title: string; words: string }[] {
  const long = monthsLive === null ? 'None is live yet.' : monthsLive.least === monthsLive.most ? `Live for ${counted(monthsLive.most, 'month')}.` : `Live for ${monthsLive.least} to ${counted(monthsLive.most, 'month')}.`;
  const few = cases < ENOUGH_CASES ? ` That is under ${ENOUGH_CASES}: counts and ranges can be read, averages and percentages cannot.` : '';
  return [
    { title: 'How many, and for how long', words: `${counted(cases, 'case')}, ${live} of them live. ${long}${few}` },
    ...(whole ? [] : [{ title: 'Part of the programme', words: 'You see the cases in which you hold a role. They say nothing of the rest.' }]),
    { title: 'Who took part', words: 'Teams chose to take part. They may differ from teams that did not, in ways nobody has measured.' },
    { title: 'Who dropped out', words: 'Cases that stopped are in the files with their state. Teams that asked and never began a case are not: the dated figures say how many asked and how many stopped.' },
    { title: 'Back towards the average', words: 'A service that starts at its worst often gets better by itself. Compare with what would have happened anyway, not with the starting figure alone.' },
    { title: 'Other changes at the same time', words: 'Savings programmes, reorganisations or new money in the same years change results too. The figures do not tell their effect apart.' },
    { title: 'Different definitions', words: 'Measures of the same name may be counted in different ways. Compare within one definition, and never add up figures of different units.' },
    { title: 'Reported by those measured', words: 'Results are recorded by the organisations themselves. Each says how good its data are.' },
    { title: 'What would have happened anyway', words: 'Nobody has observed it. It is an estimate made when the promise was made, and its method is given.' },
  ];
}
