import { namesTwo, VAGUE } from '../wording.ts';
import { kept, of, type SmartFinding, type Tidy } from './draft.ts';

const specific = of('specific');
const relevant = of('relevant');
const plain = of('plain');

/** Who gains, what changes, who answers for it and why it matters. */
export function specificFindings(d: Tidy, objectives: readonly string[] | null): SmartFinding[] {
  const same = d.providerOwner && d.providerOwner.toLowerCase() === d.commissionerOwner?.toLowerCase();
  return kept(
    !d.title && specific('block', 'title', 'Say what will get better'),
    !d.beneficiary && specific('block', 'beneficiary', 'Say who will gain'),
    !d.measure && !d.library && !d.qualitative && specific('block', 'measure', 'Say what is counted or timed, or choose a measure from the library'),
    d.measureCode && !d.library && specific('block', 'measureCode', `"${d.measureCode}" is not in the measure library. Choose another measure, or describe your own`),
    !d.providerOwner && specific('warn', 'providerOwner', 'Name the person at the provider who answers for this benefit'),
    !d.commissionerOwner && specific('warn', 'commissionerOwner', 'Name the person on the commissioner\'s side who checks this benefit'),
    same && specific('block', 'commissionerOwner', 'Both owners are the same person. Name two, so that nobody checks their own figures'),
    !d.category && relevant('block', 'category', 'Select the kind of benefit'),
    objectives?.length === 0 && relevant('warn', 'objectives', 'Say which objective of the business case this benefit serves'),
  );
}

const TITLE_LENGTH = 80;

/** Words a reader could hold somebody to. */
export function plainFindings(d: Tidy): SmartFinding[] {
  const own: [field: 'title' | 'measure', text: string | null][] = [['title', d.title], ['measure', d.library ? null : d.measure]];
  return kept(
    ...own.map(([field, text]) => text && vague(d, text) && plain('warn', field, `"${VAGUE.exec(text)?.[0].toLowerCase()}" does not say how much. Give a number and a date`)),
    ...own.map(([field, text]) => text && namesTwo(text) && plain('warn', field, `"${text}" seems to promise 2 things. Make a benefit of each, so that one can come true without the other`)),
    d.title && d.title.length > TITLE_LENGTH && plain('note', 'title', `Shorten the title to ${TITLE_LENGTH} characters or fewer. Details belong in the measure`),
  );
}

/** A vague word, and no number to hold it to: a year is not one. */
const vague = (d: Tidy, text: string) => VAGUE.test(text) && !d.qualitative && d.target === null && d.bandLow === null && !/\d/.test(text.replace(/\b(19|20)\d\d\b/g, ''));
