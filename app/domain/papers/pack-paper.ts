import { chartInWords } from '#workflows/spc/chart-in-words.ts';
import { day, dayOf, moment } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { noLongerInForce, recordRows } from '../decisions/record-rows.ts';
import { fileSize } from '../evidence/file-names.ts';
import type { AnswerView } from '../stages/answer-views.server.ts';
import { VERDICT_TITLES } from '../stages/reviews.policy.ts';
import { coverBlocks } from './pack-cover.ts';
import { PARTS, type PackPart } from './pack-parts.ts';
import type { PackMatter } from './pack.server.ts';
import { fileNameOf, heading, list, part, prose, say, shownBlock, table, type Block, type Paper } from './paper.ts';
import { conditionsOf, criteriaOf } from './record-paper.ts';

/** The chosen parts of a board pack as one paper, each from a page of its own. */
export function packPaper(matter: PackMatter, chosen: readonly PackPart[]): Paper {
  const { case: about, stage, version } = matter;
  const head = `${about.reference}, ${stage.noun} version ${version.number}`;
  return {
    name: fileNameOf(about.reference, stage.noun, `version ${version.number}`, 'board pack'),
    title: `Board pack: ${stage.noun}`,
    caption: about.title,
    head,
    foot: [`${head}, sent ${day(dayOf(version.sentAt))}, printed ${moment(matter.at)}`, `Content ${version.sha256}`],
    at: matter.at,
    parts: PARTS.filter(([key]) => chosen.includes(key)).flatMap(([key, title], i) => part(key, key === 'cover' ? 'Summary' : title, BLOCKS[key](matter), i > 0)),
  };
}

const BLOCKS: Record<PackPart, (matter: PackMatter) => Block[]> = {
  cover: coverBlocks,
  answers: ({ sections }) => sections.flatMap((s) => [heading(3, s.title), ...s.answers.flatMap((a) => [heading(4, a.title), ...answerBlocks(a)])]),
  reviews: ({ reviews }) => [
    ...(reviews?.reviews ?? []).flatMap((r): Block[] => [heading(3, r.title), say(`${VERDICT_TITLES[r.verdict]}. ${r.by}, ${day(dayOf(r.at))}`, 'strong'), ...(r.criteria.length ? [list(r.criteria.map((c) => `${c.title}: ${VERDICT_TITLES[c.verdict].toLowerCase()}`))] : []), ...(r.comment ? [prose(r.comment)] : [])]),
    ...(reviews?.missing.length ? [say(`Still to come: ${reviews.missing.join(', ').toLowerCase()}.`)] : []),
    ...(reviews && reviews.reviews.length + reviews.missing.length === 0 ? [say('No reviews are asked for in this stage.')] : []),
  ],
  benefits: benefitBlocks,
  documents: ({ documents }) => [documents.length ? table('Documents', ['Document', 'File', 'Size', 'SHA-256 begins'], documents.map((d) => [d.title, `${d.fileName}, version ${d.version}`, fileSize(d.bytes), d.sha256.slice(0, 16)])) : say('No files were sent with it.')],
  changes: changeBlocks,
  decisions: decisionBlocks,
};

function answerBlocks(answer: AnswerView): Block[] {
  if (answer.documents.length) return [list(answer.documents.map((d) => `${d.title} (${d.fileName})`))];
  if (answer.missing !== 'no') return [say(answer.text || 'Not provided', 'quiet')];
  return [shownBlock(answer.title, answer.shown), ...(answer.working ? [say(answer.working, 'quiet')] : [])];
}

function benefitBlocks({ summary: { benefits }, charts, stage, at }: PackMatter): Block[] {
  if (!benefits.length) return [say(`No benefits are promised in this ${stage.noun}.`)];
  return [
    table('Promised benefits', ['Benefit', 'For', 'From and to', 'Contract, as sent'], benefits.map((b) => [b.title, b.who || 'Not provided', b.figure, b.contract])),
    ...(charts?.length ? [heading(3, `Results so far, as of ${day(dayOf(at))}`)] : []),
    ...(charts ?? []).flatMap(({ title, unit, chart }): Block[] => [heading(4, title), { kind: 'chart', name: title, unit, words: chartInWords(chart, { name: title, unit }).join(' '), chart }]),
  ];
}

function changeBlocks({ before, changes }: PackMatter): Block[] {
  const differing = before?.sections.flatMap((s) => s.answers.filter((a) => a.difference !== 'same')) ?? [];
  const words = { changed: 'Changed', added: 'Added', removed: 'Removed', same: 'The same' } as const;
  return [
    say(`${counted(differing.length, 'answer')} ${differing.length === 1 ? 'differs' : 'differ'} from version ${before?.number ?? 0}.`),
    ...(changes.length ? [heading(3, 'What the team said it changed'), list(changes.map((c) => ({ lead: c.title, text: `Asked: ${c.asked} Changed: ${c.changed || 'nothing said'}` })))] : []),
    ...differing.flatMap((a): Block[] => [heading(3, a.title), say(words[a.difference], 'strong'), heading(4, 'Before'), prose(a.before || 'Not provided'), heading(4, 'Now'), ...answerBlocks(a)]),
  ];
}

/** Said of one decision elsewhere, and not again in a pack of all. */
const ELSEWHERE = ['Case', 'Others who gave a view', 'What led to it'];

function decisionBlocks({ decisions, stage }: PackMatter): Block[] {
  if (!decisions.length) return [say(`Nothing is decided on this ${stage.noun} yet.`)];
  return decisions.flatMap((page): Block[] => {
    const ended = noLongerInForce(page.voidedAt);
    return [
      heading(3, `Version ${page.version}: ${page.verdict.words.toLowerCase()}`),
      ...(ended ? [say(ended)] : []),
      { kind: 'rows', caption: page.verdict.words, rows: recordRows(page).filter((row) => !ELSEWHERE.includes(row.key)).map(({ key, value }) => ({ key, value })) },
      ...criteriaOf(page),
      ...(page.conditions.length ? [heading(4, 'Conditions'), ...conditionsOf(page)] : []),
    ];
  });
}
