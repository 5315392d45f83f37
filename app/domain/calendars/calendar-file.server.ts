import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays } from '#workflows/dates.ts';
import { publicOrigin } from '../../env.server.ts';
import type { CalendarEntry } from './calendar-entries.server.ts';

const HOST = 'slipway';

/** Entries as an iCalendar file (RFC 5545): times as instants in UTC, dates as whole days, each under a UID of its own for ever. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ name, prodId: { company: 'Slipway', product: 'Calendar', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return calendar.toString();
}

function eventOf(entry: CalendarEntry) {
  const link = `${publicOrigin()}${entry.link}`;
  const span = 'on' in entry.when ? { ...wholeDay(entry.when.on), allDay: true } : { start: new Date(entry.when.from), end: new Date(entry.when.until) };
  return {
    id: `${entry.uid}@${HOST}`, ...span, summary: plain(entry.title), sequence: entry.sequence, lastModified: new Date(entry.changedAt), stamp: new Date(entry.changedAt),
    description: [entry.words, link].filter(Boolean).map(plain).join('\n'), url: link, ...(entry.place && { location: plain(entry.place) }),
  };
}

// The writer takes the day of a date in UTC.
const noon = (on: string) => new Date(`${on}T12:00:00Z`);
const wholeDay = (on: string) => ({ start: noon(on), end: noon(addDays(on, 1)) });

/** One line without control characters: a title that people typed must not begin a line of the file. */
// eslint-disable-next-line no-control-regex
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
