import { asNumber, asRows, columnSum, type AnswerValue, type Row } from '../checks/check.ts';

export type Answers = (key: string) => AnswerValue | undefined;

/** One year of the team's financial model. All money in pence; costs are positive. */
export interface Year {
  year: number;
  income: number;
  /** One-off transition money inside income. */
  transition: number;
  clinicalPay: number;
  pay: number;
  pension: number;
  /** NHS Pension Scheme only. */
  nhsPension: number;
  supplies: number;
  premises: number;
  overheads: number;
  vatable: number;
  vat: number;
  /** Pay, pensions, other running costs, insurance and VAT. */
  cost: number;
  /** One-off set-up dated in this year. */
  setUp: number;
  /** Interest, loan repayment and dividend. */
  financing: number;
  dividend: number;
  /** Income less running costs and set-up. */
  operating: number;
  /** Operating result less interest, tax and depreciation. */
  surplus: number;
}

/** The model put together from the answers: the years that have figures, none until income and pay are both there. */
export function fiveYears(answer: Answers): Year[] {
  const income = asRows(answer('fin.income'));
  const pay = asRows(answer('fin.pay'));
  if (income.length === 0 || pay.length === 0) return [];
  const last = [5, 4, 3, 2, 1].find((year) => hasFigure(income, `y${year}`) || hasFigure(pay, `y${year}`)) ?? 0;
  return Array.from({ length: last }, (_, i) => yearOf(answer, i + 1));
}

function yearOf(answer: Answers, year: number): Year {
  const column = `y${year}`;
  const sum = (question: string) => columnSum(answer(question), column);
  const line = (question: string, row: string) => cell(answer, question, row, column) ?? 0;
  const vat = cell(answer, 'fin.vat_irrecoverable', column, 'vat') ?? 0;
  const income = sum('fin.income');
  const cost = sum('fin.pay') + sum('fin.pension_cost') + sum('fin.nonpay') + columnSum(answer('fin.insurance'), 'yearly') + vat;
  const setUp = columnSum(asRows(answer('fin.setup_costs')).filter((row) => row.when === column), 'cost');
  const operating = income - cost - setUp;
  const interest = line('fin.financing', 'interest');
  const dividend = line('fin.financing', 'dividend');
  return {
    year,
    income,
    transition: line('fin.income', 'inc-06'),
    clinicalPay: line('fin.pay', 'pay-01'),
    pay: sum('fin.pay'),
    pension: sum('fin.pension_cost'),
    nhsPension: line('fin.pension_cost', 'pay-07'),
    supplies: line('fin.nonpay', 'non-01'),
    premises: line('fin.nonpay', 'non-02'),
    overheads: line('fin.nonpay', 'non-03'),
    vatable: cell(answer, 'fin.vat_irrecoverable', column, 'vatable') ?? 0,
    vat,
    cost,
    setUp,
    financing: interest + line('fin.financing', 'repayment') + dividend,
    dividend,
    operating,
    surplus: operating - interest - line('fin.financing', 'tax') - line('fin.capital', 'depreciation'),
  };
}

/** One cell of a table with given rows. Undefined when blank. */
export const cell = (answer: Answers, question: string, row: string, column: string): number | undefined =>
  asNumber(asRows(answer(question)).find((r) => r.row === row)?.[column]);

/** Whether any row has a number in the column. */
export const hasFigure = (rows: readonly Row[], column: string): boolean => rows.some((row) => asNumber(row[column]) !== undefined);

/** What is owned less what is owed soon on day one. Undefined until a figure is there. */
export function dayOne(answer: Answers): { cash: number; debtors: number; owed: number; net: number } | undefined {
  const rows = asRows(answer('fin.opening_balance'));
  if (!hasFigure(rows, 'amount')) return undefined;
  const amount = (row: string) => cell(answer, 'fin.opening_balance', row, 'amount') ?? 0;
  const owed = amount('creditors') + amount('accruals') + amount('loans');
  return { cash: amount('cash'), debtors: amount('debtors'), owed, net: amount('cash') + amount('debtors') + amount('stock') - owed };
}
