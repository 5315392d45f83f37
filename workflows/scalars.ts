import { MONTHS, realDay } from './dates.ts';
import type { Column, Option } from './definition.ts';

/** A control as far as reading and showing one value goes: a question or a table column. */
export interface Control {
  title: string;
  type: Column['type'];
  options?: Option[] | undefined;
  min?: number | undefined;
  max?: number | undefined;
  words?: number | undefined;
  unit?: string | undefined;
}
/** What was typed: one box, or the three of a date. */
export interface Typed {
  whole: string;
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
}
export type ReadScalar = { ok: true; value: string | number | null } | { ok: false; at: string; message: string };

const ok = (value: string | number | null): ReadScalar => ({ ok: true, value });
const no = (message: string, at = ''): ReadScalar => ({ ok: false, at, message });

/** Reads one typed value. Money comes back in whole pence, percentages as 0 to 100, dates as YYYY-MM-DD. */
export function readScalar(control: Control, typed: Typed): ReadScalar {
  const text = typed.whole.replaceAll('\r\n', '\n').trim();
  switch (control.type) {
    case 'date':
      return typed.day === undefined && typed.month === undefined && typed.year === undefined
        ? readWrittenDate(control, text)
        : readDateParts(control, typed);
    case 'month':
      return readMonth(control, typed, text);
    case 'text':
      return readText(control, text);
    case 'yesNo':
      return text === '' || text === 'yes' || text === 'no' ? ok(text || null) : no('Select yes or no');
    case 'choice':
      return text === '' || control.options?.some((o) => o.key === text) ? ok(text || null) : no(`Select from the list: ${control.title}`);
    default:
      return readNumber(control, text);
  }
}

function readText(control: Control, text: string): ReadScalar {
  const used = wordCount(text);
  if (control.words && used > control.words) {
    return no(`${control.title} must be ${control.words} words or fewer. You have used ${used}`);
  }
  return ok(text || null);
}

export const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

const EXAMPLES = { whole: 'like 42', decimal: 'like 38.5', money: 'like 1250000', percent: 'like 14.38' };

function readNumber(control: Control, text: string): ReadScalar {
  if (text === '') return ok(null);
  const type = control.type as keyof typeof EXAMPLES;
  const plain = text.replace(/^£/, '').replace(/%$/, '').replaceAll(',', '').replaceAll(' ', '').replace(/^-£/, '-');
  if (!/^-?\d{1,12}(\.\d+)?$/.test(plain)) return no(`${control.title} must be a number, ${EXAMPLES[type]}`);
  const number = Number(plain);
  if (type === 'whole' && !Number.isInteger(number)) return no(`${control.title} must be a whole number, like 42`);
  if (type === 'money' && !/^-?\d+(\.\d{1,2})?$/.test(plain)) return no(`${control.title} must be in pounds and pence, like 1250000 or 99.50`);
  return inRange(control, number, type === 'money' ? Math.round(number * 100) : number);
}

function inRange(control: Control, typed: number, value: number): ReadScalar {
  const min = control.min ?? (control.type === 'percent' ? 0 : undefined);
  const max = control.max ?? (control.type === 'percent' ? 100 : undefined);
  const say = (n: number) => n.toLocaleString('en-GB');
  if (min !== undefined && max !== undefined && (typed < min || typed > max)) {
    return no(`${control.title} must be between ${say(min)} and ${say(max)}`);
  }
  if (min !== undefined && typed < min) return no(`${control.title} must be ${say(min)} or more`);
  if (max !== undefined && typed > max) return no(`${control.title} must be ${say(max)} or less`);
  return ok(value);
}

function readDateParts(control: Control, typed: Typed): ReadScalar {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => (part ?? '').trim());
  if (!day && !month && !year) return ok(null);
  if (!day) return no(`${control.title} must include a day`, 'day');
  if (!month) return no(`${control.title} must include a month`, 'month');
  if (!year) return no(`${control.title} must include a year`, 'year');
  return realDate(control, day, month, year);
}

/** In tables a date is one box: 27 3 2027, 27/3/2027, 27 March 2027 or 2027-03-27. */
function readWrittenDate(control: Control, text: string): ReadScalar {
  if (text === '') return ok(null);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return realDate(control, iso[3]!, iso[2]!, iso[1]!);
  const parts = text.split(/[\s/.-]+/).filter(Boolean);
  if (parts.length !== 3) return no(`${control.title} must be a date, like 27 3 2027`);
  return realDate(control, parts[0]!, parts[1]!, parts[2]!);
}

function readMonth(control: Control, typed: Typed, text: string): ReadScalar {
  const parts = typed.month === undefined && typed.year === undefined ? text.split(/[\s/.-]+/).filter(Boolean) : [typed.month ?? '', typed.year ?? ''];
  const [first = '', second = ''] = parts.map((part) => part.trim());
  if (!first && !second) return ok(null);
  const [month, year] = /^\d{4}$/.test(first) ? [second, first] : [first, second];
  if (!month) return no(`${control.title} must include a month`, 'month');
  if (!year) return no(`${control.title} must include a year`, 'year');
  const read = realDate(control, '1', month, year);
  return read.ok ? ok(String(read.value).slice(0, 7)) : read;
}

function realDate(control: Control, day: string, month: string, year: string): ReadScalar {
  const named = MONTHS.findIndex((name) => month.length >= 3 && name.toLowerCase().startsWith(month.toLowerCase()));
  const m = named >= 0 ? named + 1 : Number(month);
  const [d, y] = [Number(day), Number(year)];
  if (!/^\d{4}$/.test(year)) return no(`${control.title} must have a year of 4 numbers, like 2027`, 'year');
  const real = realDay(y, m, d);
  return real ? ok(real) : no(`${control.title} must be a real date, like 27 3 2027`, 'day');
}
