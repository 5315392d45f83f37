const LONDON = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const HOUR = 3_600_000;

export type UkInstant = { ok: true; at: string } | { ok: false; message: string };

/** The instant at which clocks in the UK show a time (HH:MM) on a day. In the night of a change a time may not exist, or come twice. */
export function ukInstant(day: string, time: string): UkInstant {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const found = [asUtc, asUtc - HOUR].filter((ms) => LONDON.format(ms) === `${day} ${time}`);
  if (found.length === 1) return { ok: true, at: new Date(found[0]!).toISOString() };
  return { ok: false, message: found.length === 0 ? 'does not exist on that day: the clocks go forward at 1am. Enter a time from 2am' : 'comes twice on that day: the clocks go back at 2am. Enter a time before 1am or from 2am' };
}

const NAMED: Readonly<Record<string, string>> = { midday: '12:00', noon: '12:00', midnight: '00:00' };

/** A time as people write it, "2:30pm", "9am", "14.30", "midday", as HH:MM; undefined when it is none, or could be morning or evening. */
export function readTime(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replaceAll(' ', '');
  if (NAMED[plain]) return NAMED[plain];
  const half = /^(1[0-2]|0?[1-9])(?:[:.]?([0-5]\d))?([ap])\.?m\.?$/.exec(plain);
  if (half) return written((Number(half[1]) % 12) + (half[3] === 'p' ? 12 : 0), half[2] ?? '00');
  const whole = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(plain) ?? /^([01]\d|2[0-3])([0-5]\d)$/.exec(plain);
  return whole ? written(Number(whole[1]), whole[2]!) : undefined;
}

const written = (hour: number, minute: string) => `${String(hour).padStart(2, '0')}:${minute}`;
