import { asNumber, asRows, asText } from '../checks/check.ts';
import { addMonths, dayInWords } from '../dates.ts';
import { cell, type Answers } from './five-year-model.ts';
import type { Computation } from './computation.ts';
import { pounds, round1 } from './money-words.ts';

/** One month of cash, counted from go-live. Pence. */
export interface CashMonth {
  month: number;
  receipts: number;
  payments: number;
  closing: number;
}

/** Cash month by month up to the last one with a figure. None until day one cash and a month are there. */
export function cashMonths(answer: Answers): CashMonth[] {
  const opening = cell(answer, 'fin.opening_balance', 'cash', 'amount');
  const rows = [...asRows(answer('fin.cashflow')), ...asRows(answer('fin.cashflow_y2'))];
  const figures = (month: number) => rows.find((row) => row.row === `m${month}`);
  const last = rows.reduce((most, row) => {
    const filled = asNumber(row.receipts) !== undefined || asNumber(row.payments) !== undefined;
    return filled ? Math.max(most, Number(/^m(\d+)$/.exec(String(row.row))?.[1] ?? 0)) : most;
  }, 0);
  if (opening === undefined) return [];
  return withClosing(
    opening,
    Array.from({ length: Math.min(last, 24) }, (_, i) => ({
      month: i + 1,
      receipts: asNumber(figures(i + 1)?.receipts) ?? 0,
      payments: asNumber(figures(i + 1)?.payments) ?? 0,
    })),
  );
}

/** Carries the closing cash of each month into the next. */
export function withClosing(opening: number, months: readonly Omit<CashMonth, 'closing'>[]): CashMonth[] {
  let closing = opening;
  return months.map(({ month, receipts, payments }) => {
    closing += receipts - payments;
    return { month, receipts, payments, closing };
  });
}

/** The month in which least cash is left. */
export const lowest = (months: readonly CashMonth[]): CashMonth | undefined =>
  months.reduce<CashMonth | undefined>((least, m) => (!least || m.closing < least.closing ? m : least), undefined);

/** "month 7", or "month 7 (October 2027)" when the first month is known. */
export function monthInWords(answer: Answers, month: number): string {
  const start = asText(answer('fin.start_month'));
  if (!start || !/^\d{4}-(0[1-9]|1[0-2])$/.test(start)) return `month ${month}`;
  return `month ${month} (${dayInWords(addMonths(`${start}-01`, month - 1)).replace(/^1 /, '')})`;
}

const later = 'Shown when you have entered the cash of day one and the months';

export const cashComputations: Record<string, Computation> = {
  /** Least cash at the end of any month: day one cash plus money in less money out. Arithmetic. */
  lowestCash: ({ answer }) => {
    const months = cashMonths(answer);
    const least = lowest(months);
    if (!least) return { value: null, unit: 'money', working: later };
    const first = months.find((m) => m.closing < 0);
    return {
      value: least.closing,
      unit: 'money',
      working: first
        ? `Cash falls below £0 first in ${monthInWords(answer, first.month)}`
        : `Cash stays at or above £0 in all ${months.length} months you entered`,
    };
  },
  /** The month in which cash is lowest, with its name when the first month is known. Arithmetic. */
  lowestCashMonth: ({ answer }) => {
    const least = lowest(cashMonths(answer));
    if (!least) return { value: null, unit: 'text', working: later };
    const words = monthInWords(answer, least.month);
    return { value: words[0]!.toUpperCase() + words.slice(1), unit: 'text', working: `${pounds(least.closing)} is left at the end of it` };
  },
  /** The smallest fall in all money in, in percent, at which cash would go below £0 in some month. Arithmetic. */
  incomeFallToZeroCash: ({ answer }) => {
    const months = cashMonths(answer);
    if (months.length === 0) return { value: null, unit: 'percent', working: later };
    let received = 0;
    let breaking: { month: number; fall: number } | undefined;
    for (const { month, receipts, closing } of months) {
      received += receipts;
      const fall = closing < 0 ? 0 : received > 0 ? (closing / received) * 100 : undefined;
      if (fall !== undefined && fall <= 100 && (!breaking || fall < breaking.fall)) breaking = { month, fall };
    }
    if (!breaking) return { value: null, unit: 'percent', working: 'No fall in income would empty the bank in these months' };
    return {
      value: Math.floor(round1(breaking.fall * 10)) / 10,
      unit: 'percent',
      working: `With any larger fall from month 1, cash goes below £0 in ${monthInWords(answer, breaking.month)}, if nothing else changes`,
    };
  },
};
