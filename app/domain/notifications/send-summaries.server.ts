import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { markSummed, noticesAwaitingSummary, peopleAwaitingSummary } from '#db/tables/notifications.server.ts';
import { personById } from '#db/tables/people.server.ts';
import { isWorkingDay } from '#workflows/working-days.ts';
import { publicOrigin } from '../../env.server.ts';
import { atHour, weekday } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { instant, today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { enqueueMail } from '../outbox/send-mail.server.ts';
import { SETTINGS, type Kind } from './kinds.ts';
import { worthSaying } from './worth-saying.server.ts';

const HOUR = 7;
/** More than anybody reads; the rest stands on the notifications page. */
const MOST = 40;

/**
 * Mails each person one summary on a working day from 7am UK time: what waits for it from before that hour. Nothing
 * is said twice, and a summary that would be empty is not sent. A fault with one person does not keep it from others.
 */
export async function sendSummaries(): Promise<void> {
  const on = today();
  const before = atHour(on, HOUR);
  if (!isWorkingDay(on) || instant() < before) return;
  const faults: unknown[] = [];
  for (const personId of await peopleAwaitingSummary(reader(), before)) {
    await command(CLOCK, async (tx, at) => {
      await sumUp(tx, at, personId, { on, before });
      return done(null);
    }).catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, `${counted(faults.length, 'summary', 'summaries')} could not be made`);
}

async function sumUp(tx: Writer, at: string, personId: string, { on, before }: { on: string; before: string }): Promise<void> {
  const waiting = await noticesAwaitingSummary(tx, personId, before); // read again: another process may have been first
  if (waiting.length === 0) return;
  const person = await personById(tx, personId);
  const said = person?.disabled_at === null ? await worthSaying(tx, personId, waiting, on) : [];
  if (person && said.length > 0) {
    const { name, email } = person;
    await enqueueMail(tx, { to: { name, address: email }, subject: subjectOf(on, said), text: summary(name, said), dedupe: `summary:${personId}:${on}`, at });
  }
  await markSummed(tx, waiting.map(({ id }) => id), at);
}

const of = (kind: Kind, notices: readonly Row<'notifications'>[]) => notices.filter((notice) => notice.kind === kind);

function subjectOf(on: string, said: readonly Row<'notifications'>[]): string {
  const [needs, news] = [of('needsYou', said).length, of('information', said).length];
  const parts = [needs ? `${counted(needs, 'thing')} ${needs === 1 ? 'needs' : 'need'} you` : '', news ? `${counted(news, 'thing')} to know` : ''];
  return `Slipway on ${weekday(on)}: ${parts.filter(Boolean).join(', ')}`;
}

function summary(name: string, said: readonly Row<'notifications'>[]): string {
  const origin = publicOrigin();
  const list = (title: string, notices: readonly Row<'notifications'>[]) =>
    notices.length ? [`${title}:`, notices.slice(0, MOST).map(({ text, link }) => `- ${text}\n  ${origin}${link}`).join('\n'), ...more(notices.length - MOST)] : [];
  return [
    `Dear ${name},`, 'This is new in your cases and not read yet.',
    ...list('Needs you', of('needsYou', said)), ...list('For your information', of('information', said)),
    `All of it stands in Slipway under Notifications:\n${origin}/notifications`,
    `To choose what we email you about, and when:\n${origin}${SETTINGS}`,
  ].join('\n\n');
}

const more = (left: number) => (left > 0 ? [`And ${left} more.`] : []);
