import { day, dayOf } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { VERDICT_TITLES } from '../stages/reviews.policy.ts';
import { countDifferences } from '../stages/version-differences.ts';
import type { PackMatter } from './pack.server.ts';
import { heading, list, prose, say, table, type Block } from './paper.ts';

const FIRST = 8;

/** What a board reads first, on about two pages: what is asked, the figures, the promises, the risks, the tests, the reviews and what is new. */
export function coverBlocks(matter: PackMatter): Block[] {
  const { summary, version, stage } = matter;
  return [
    say(`${stage.title}, version ${version.number}, sent ${day(dayOf(version.sentAt))} by ${version.sentBy}.`),
    heading(3, 'What is asked'), say(summary.purpose), ...(summary.asked ? [prose(summary.asked)] : []),
    ...factsOf(matter),
    heading(3, 'Benefits'), ...benefitsOf(matter),
    ...(summary.risks.length ? [heading(3, 'Main risks'), list(summary.risks.map((r) => ({ lead: r.text, text: r.beside })), true)] : []),
    ...(summary.criteria.length ? [heading(3, 'Criteria the decision is tested against'), list(summary.criteria.map((c) => ({ lead: '', text: `${c.title}. ${c.looksFor}${c.blocking ? ' This must be met.' : ''}` })), true)] : []),
    ...reviewsOf(matter),
    ...newsOf(matter),
  ];
}

const factsOf = ({ summary: { facts, figures } }: PackMatter): Block[] =>
  facts.length + figures.length ? [heading(3, 'Cost, staff and dates'), { kind: 'rows', caption: 'Cost, staff and dates', rows: [...facts, ...figures.map(({ key, value }) => ({ key, value }))] }] : [];

function benefitsOf({ summary: { benefits }, stage, charts }: PackMatter): Block[] {
  if (charts === null) return [say('Benefits are shown only to the people who need them.')];
  if (!benefits.length) return [say(`No benefits are promised in this ${stage.noun}.`)];
  const more = benefits.length - FIRST;
  return [table('Promised benefits', ['Benefit', 'From and to', 'Contract, as sent'], benefits.slice(0, FIRST).map((b) => [b.title, b.figure, b.contract])), ...(more > 0 ? [say(`And ${more} more.`)] : [])];
}

function reviewsOf({ reviews }: PackMatter): Block[] {
  if (!reviews || reviews.reviews.length + reviews.missing.length === 0) return [];
  return [heading(3, 'Reviews'), list([...reviews.reviews.map((r) => `${r.title}: ${VERDICT_TITLES[r.verdict].toLowerCase()}. ${r.by}, ${day(dayOf(r.at))}`), ...reviews.missing.map((title) => `${title}: still to come`)])];
}

function newsOf({ before }: PackMatter): Block[] {
  if (!before) return [heading(3, 'What changed'), say('This is the first version that was sent.')];
  const counts = countDifferences(before.sections);
  const differing = before.sections.flatMap((s) => s.answers).filter((a) => a.difference !== 'same');
  const more = differing.length - FIRST;
  return [
    heading(3, `What changed since version ${before.number}`),
    say(`${counted(counts.changed, 'answer')} changed, ${counts.added} added, ${counts.removed} removed, ${counts.same} the same.`),
    ...(differing.length ? [list([...differing.slice(0, FIRST).map((a) => a.title), ...(more > 0 ? [`and ${more} more`] : [])])] : []),
  ];
}
