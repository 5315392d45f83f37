import { asDay } from '../checks/as-day.ts';
import { asNumber, asRows, asText, columnSum, type AnswerValue, type Row } from '../checks/check.ts';
import { overdueActions } from '../checks/failure-exit.ts';
import { essentialServices, fallbacksOf, meetsATest } from '../checks/failure-services.ts';
import { addMonths, dayInWords } from '../dates.ts';
import { EVENT_SIGNS, LEVEL_RULES, NUMBER_SIGNS, signState, warningLevel, type SignState } from '../early-warning.ts';
import { pounds } from '../show.ts';
import type { Computation, ComputationInput, Computed } from './computation.ts';

const missing = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });
type Answers = (key: string) => AnswerValue | undefined;

export const failurePlanComputations: Record<string, Computation> = {
  /** How many services meet a test, and which are protected. Source: NHS England, Commissioner requested services. */
  protectionSummary: ({ answer }) => {
    const rows = asRows(answer('cont.essential'));
    if (rows.length === 0) return missing('text', 'Shown when you list the services');
    const met = rows.filter(meetsATest).length;
    const kept = rows.filter((row) => row.protect === 'yes').map((row) => asText(row.name) ?? 'a service');
    return {
      value: `${met} of ${rows.length} ${rows.length === 1 ? 'service meets' : 'services meet'} a test`,
      unit: 'text',
      working: kept.length ? `Protected: ${kept.join(', ')}` : 'No service is protected yet',
    };
  },
  /** { readings, events, thresholds, eventThresholds }: the level the signs call for. Defaults read the failure plan itself. Slipway default. */
  earlyWarningLevel: ({ answer, params }) => {
    const read = (name: string, otherwise: string) => asRows(answer(asText(params[name]) ?? otherwise));
    const states = statesOf(read('readings', 'cont.ewi'), read('thresholds', 'cont.ewi'), read('events', 'cont.ewi_events'));
    const known = [...states].length;
    if (known === 0) return missing('text', 'Shown when one sign has a figure for today');
    const cash = asNumber(read('readings', 'cont.ewi').find(({ row }) => row === 't1-cash-days')?.now);
    const count = (state: SignState) => [...states.values()].filter((one) => one === state).length;
    return {
      value: LEVELS[warningLevel(states, cash, { ...LEVEL_RULES, ...rulesIn(params) })],
      unit: 'text',
      working: `${count('red')} red and ${count('amber')} amber of ${known} signs with a figure`,
    };
  },
  /** Months of pay that the money to keep going would cover. */
  runOffCover: ({ answer }) => {
    const pay = asNumber(answer('cont.monthly_pay'));
    const rows = asRows(answer('cont.funding'));
    if (!pay || rows.length === 0) return missing('decimal', 'Shown when you enter the money and one month\'s pay');
    const money = columnSum(rows, 'amount');
    return { value: Math.round((money / pay) * 10) / 10, unit: 'decimal', working: `${pounds(money)} divided by ${pounds(pay)} a month` };
  },
  /** { end, months }: the day so many months before the contract ends. */
  monthsBeforeEnd: ({ answer, params }) => {
    const end = asDay(answer(String(params.end)));
    const months = asNumber(answer(String(params.months)));
    return end && months !== undefined
      ? { value: addMonths(end, -months), unit: 'date', working: `${months} months before the contract ends on ${dayInWords(end)}` }
      : missing('date', 'Shown when you enter the months here and the end of the contract');
  },
  /** { months }: 'yes' once a desk-top exercise on insolvency and a data test were held in that time, and nothing urgent is late. Slipway default. */
  failurePlanExercised: (input) => {
    const gaps = exerciseGaps(input);
    const last = heldExercises(input).map((row) => asDay(row.date)!).sort().at(-1);
    const done = `Both exercises were held. The last one was on ${last ? dayInWords(last) : 'a day not given'}`;
    return { value: gaps.length ? 'no' : 'yes', unit: 'text', working: gaps.length ? gaps.join('. ') : done };
  },
  /** How many of the 8 checks of the plan are met, and which are not. Slipway default. */
  failurePlanGate: (input) => {
    const open = gateChecks(input).filter(([met]) => !met).map(([, words]) => words);
    const met = 8 - open.length;
    return { value: `${met} of 8 checks met`, unit: 'text', working: open.length ? `Still to do: ${open.join('; ')}` : 'Nothing is left to do' };
  },
};

const LEVELS = { usual: 'Business as usual', enhanced: 'Enhanced monitoring', contingency: 'Contingency planning', invoke: 'Put the plan into action' } as const;

const rulesIn = (params: Record<string, unknown>) => {
  const [ambers, invokeCashDays] = [asNumber(params.ambers), asNumber(params.invokeCashDays)];
  return { ...(ambers !== undefined && { ambers }), ...(invokeCashDays !== undefined && { invokeCashDays }) };
};

/** Each sign that has a figure or a colour today, against the plan's thresholds or our defaults. */
function statesOf(readings: Row[], thresholds: Row[], events: Row[]): Map<string, SignState> {
  const states = new Map<string, SignState>();
  const byKey = (rows: Row[], key: string) => rows.find(({ row }) => row === key);
  for (const sign of NUMBER_SIGNS) {
    const now = asNumber(byKey(readings, sign.key)?.now);
    const own = byKey(thresholds, sign.key);
    if (now !== undefined) states.set(sign.key, signState(sign.worse, now, asNumber(own?.amber) ?? sign.amber, asNumber(own?.red) ?? sign.red));
  }
  for (const sign of EVENT_SIGNS) {
    const now = byKey(events, sign.key)?.now;
    if (now === 'clear' || now === 'amber' || now === 'red') states.set(sign.key, now);
  }
  return states;
}

const heldExercises = ({ answer, today }: Pick<ComputationInput, 'answer' | 'today'>): Row[] =>
  answer('cont.exercise_held') === 'no' ? [] : asRows(answer('cont.exercises')).filter((row) => (asDay(row.date) ?? '9999') <= today);

function exerciseGaps(input: Pick<ComputationInput, 'answer' | 'params' | 'today'>): string[] {
  const since = addMonths(input.today, -(asNumber(input.params.months) ?? 12));
  const recent = heldExercises(input).filter((row) => asDay(row.date)! >= since && row.result !== 'not-met');
  const late = overdueActions(input.answer('cont.exercise_actions'), input.today);
  const has = (type: string) => recent.some((row) => row.type === type);
  return [
    has('desktop-insolvency') ? '' : 'No desk-top exercise on money running out in the last 12 months that met its objectives',
    has('data-extract') ? '' : 'No test of producing the handover lists in the last 12 months that met its objectives',
    late.length ? `${late.length} urgent ${late.length === 1 ? 'action is' : 'actions are'} late` : '',
  ].filter(Boolean);
}

/** The 8 checks of the plan, each with what is left to do. */
function gateChecks(input: ComputationInput): [met: boolean, words: string][] {
  const { answer } = input;
  const rows = asRows(answer('cont.essential'));
  const pay = asNumber(answer('cont.monthly_pay'));
  return [
    [rows.length > 0 && rows.every((row) => asText(row.protect) && asText(row.reason)), 'decide which services are protected'],
    [allFallbacksWritten(answer), 'get every fallback agreed in writing'],
    [['step-in', 'exit'].every((key) => asRows(answer('con.clauses')).some((row) => row.row === key && asText(row.schedule))), 'find the step-in and exit terms in the contract'],
    [signsFed(answer), 'give every warning sign a source'],
    [asDay(answer('cont.accountable_signed')) !== undefined, 'have the accountable officer sign'],
    [heldExercises(input).length > 0, 'hold the first exercise'],
    [asText(answer('cont.abort')) !== undefined, 'plan how to stop before the transfer'],
    [pay !== undefined && columnSum(answer('cont.funding'), 'amount') >= pay, 'cover one month of pay'],
  ];
}

function allFallbacksWritten(answer: Answers): boolean {
  const essential = essentialServices(answer('cont.essential'));
  const written = (service: string) => fallbacksOf(asRows(answer('cont.alt_provider')), service).some((row) => asDay(row.written) !== undefined);
  return asRows(answer('cont.essential')).length > 0 && essential.every(written);
}

const signsFed = (answer: Answers): boolean => {
  const fed = (key: string, signs: readonly { key: string }[]) =>
    signs.every((sign) => asRows(answer(key)).some((row) => row.row === sign.key && asText(row.feed) && row.feed !== 'none'));
  return fed('cont.ewi', NUMBER_SIGNS) && fed('cont.ewi_events', EVENT_SIGNS);
};
