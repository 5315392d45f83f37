import { day, dayOf, moment } from '../../lib/dates.ts';
import { VERDICT_TITLES } from '../stages/reviews.policy.ts';
import type { RecordPage } from './record-page.server.ts';

/** One line of a decision record: a value of several lines is a list. `to`: what the page links it to. */
export interface RecordRow {
  key: string;
  value: string | string[];
  to?: 'version' | 'record';
}

/** What a decision record says in words and values, in its order: the page and the file draw the same. */
export function recordRows(page: RecordPage): RecordRow[] {
  return [
    { key: 'Case', value: `${page.case.title}, ${page.case.reference}` },
    { key: 'Decided on', value: `${page.stage.title}, version ${page.version}`, to: 'version' as const },
    { key: page.line === 'first' ? 'Decided by' : 'Second line', value: [page.by, page.deputy, page.jobTitle, page.organisation].filter(Boolean).join(', ') },
    { key: 'Recorded for', value: page.onBehalfOf },
    { key: 'Minutes', value: page.minutes },
    { key: 'When', value: moment(page.at) },
    { key: 'Standing', value: page.line === 'first' && !page.hasLetter && page.voidedAt === null ? 'It does not stand until the second line has assured it' : '' },
    { key: 'Reasons', value: page.reasons.map((r) => (r.text ? `${r.title}: ${r.text}` : r.title)) },
    { key: 'Only these may change', value: page.only },
    { key: page.verdict.words === 'Declined' ? 'What would change this' : 'Note', value: page.note },
    { key: 'Others who gave a view', value: page.reviews.map((r) => `${r.title}: ${VERDICT_TITLES[r.verdict].toLowerCase()}${againstOf(r)}. ${r.by}, ${day(dayOf(r.at))}`) },
    { key: 'In the record', value: page.entry ? `Entry ${page.entry.number}, ${page.entry.hash}, signed with key ${page.entry.key}` : '', to: 'record' as const },
    { key: 'What led to it', value: page.trail.map((t) => `${t.words}, ${moment(t.at)}`) },
  ].filter((row) => row.value.length > 0);
}

/** The criteria a reviewer does not support, in brackets; '' when there is none. */
const againstOf = ({ criteria }: RecordPage['reviews'][number]): string => {
  const against = criteria.filter((c) => c.verdict === 'notSupported').map((c) => c.title);
  return against.length ? ` (not supported: ${against.join('; ')})` : '';
};

/** What its signer declared afterwards; null when nothing. */
export const interestSince = ({ by, interestSince }: Pick<RecordPage, 'by' | 'interestSince'>): string | null =>
  interestSince && `${by} declared an interest on ${day(dayOf(interestSince.at))}, after this decision: ${interestSince.words}`;

/** "This decision has not been in force since 3 June 2026…"; null while it is. */
export const noLongerInForce = (voidedAt: string | null): string | null =>
  voidedAt === null ? null : `This decision has not been in force since ${day(dayOf(voidedAt))}. It is kept as it was recorded.`;
