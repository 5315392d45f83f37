import { z } from 'zod';
import { EVENT_SIGNS, NUMBER_SIGNS } from '../early-warning.ts';
import { fillLabels } from '../labels.ts';
import { asNumber, asRows, asText, check, type Check, type Row } from './check.ts';
import { nameOf } from './contract-tables.ts';

const titles = new Map([...NUMBER_SIGNS, ...EVENT_SIGNS].map(({ key, title }) => [key, title]));
const titleOf = (row: Row) => titles.get(String(row.row)) ?? String(row.row);

/** Checks of the warning signs and of the ladder they lead to. */
export const failureSignChecks: Record<string, Check> = {
  /** Red is worse than amber, whichever way is bad. A contradiction: a sign would turn red before amber. */
  thresholdsInOrder: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ value, question, pathway }) =>
      asRows(value).flatMap((row) => {
        const sign = NUMBER_SIGNS.find(({ key }) => key === row.row);
        const [amber, red] = [asNumber(row.amber) ?? sign?.amber, asNumber(row.red) ?? sign?.red];
        if (!sign || amber === undefined || red === undefined) return [];
        const wrong = sign.worse === 'under' ? red >= amber : red <= amber;
        const [side, worse] = sign.worse === 'under' ? ['lower', 'fewer is worse'] : ['higher', 'more is worse'];
        const at = Math.max(0, question.fixedRows?.findIndex(({ key }) => key === row.row) ?? 0);
        const message = fillLabels(`Red for "${sign.title}" must be ${side} than amber, ${amber}, because ${worse}`, pathway.labels);
        return wrong ? [{ message, row: at, column: 'red' }] : [];
      }),
  }),
  /** Every sign is read from something already reported. Slipway default. */
  signsMeasured: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, pathway }) => {
      const without = asRows(value).filter((row) => row.feed === 'none').map(titleOf);
      return without.length
        ? [{ message: fillLabels(`These signs have no source yet. Choose one that is already reported: ${without.join(', ')}`, pathway.labels), column: 'feed' }]
        : [];
    },
  }),
  /** Two different people approve each move on the ladder. Slipway default. */
  twoApprovers: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, question }) =>
      asRows(value).flatMap((row) => {
        const given = question.fixedRows?.findIndex(({ key }) => key === row.row) ?? -1;
        const title = question.fixedRows?.[given]?.title ?? String(row.row);
        return asText(row.first) && nameOf(row.first) === nameOf(row.second)
          ? [{ message: `Name 2 different people to approve a move to: ${title}`, row: Math.max(0, given), column: 'second' }]
          : [];
      }),
  }),
};
