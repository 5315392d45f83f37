import type { Answers, StoryFacts } from '../facts.ts';
import { growing, line, modelOf, share, tidy } from './sums.ts';

/** Set-up, equipment, savings and what becomes of a surplus. Small teams pay a least sum for advice whatever their size. */
export function investmentAnswers(f: StoryFacts, money: Answers): Answers {
  const withSetUp = { ...money, 'fin.setup_costs': setUp(f) };
  const years = modelOf(withSetUp);
  const saving = (year: number) => years[year - 1]!.income * 0.0102;
  const [rooms, agency] = [(year: number) => tidy(saving(year) * 0.3), (year: number) => tidy(saving(year) * 0.35)];
  const { row: _a, ...booking } = line(f, '', (year) => saving(year) - rooms(year) - agency(year) + 5_000);
  const { row: _b, ...empty } = line(f, '', rooms);
  const { row: _c, ...bank } = line(f, '', agency);
  const wear = growing(f, 'depreciation', share(f, 0.8), 1);
  return {
    'fin.setup_costs': setUp(f),
    'fin.capital': [growing(f, 'spend', share(f, 1), 1), wear],
    'fin.financing': [line(f, 'tax', (year) => Math.max(0, years[year - 1]!.operating - Number(wear[`y${year}`])) * 0.2), line(f, 'dividend', () => 0)],
    'fin.loan_years': { notApplicable: 'We plan no loan. The bank facility is there for late payments only' },
    'fin.efficiency_rate': 1,
    'fin.efficiency': [
      { scheme: 'Booking moves into the teams and one office closes', owner: f.deputy, ...booking },
      { scheme: 'Two part-used clinic buildings become one', owner: f.financeLead, ...empty },
      { scheme: 'Our own bank of staff in place of agencies', owner: f.clinicalLead, ...bank },
    ],
    'fin.surplus_policy': [{ row: 'reinvest', share: 60 }, { row: 'reserves', share: 30 }, { row: 'community', share: 10 }, { row: 'other', share: 0 }],
    'fin.reserves_opening': share(f, 2.5),
    'fin.reserves_target': 1,
  };
}

function setUp(f: StoryFacts) {
  const cost = (row: string, leastPounds: number, percent: number, when: string, funder: string) => ({
    row, cost: Math.max(leastPounds * 100, share(f, percent)), when, funder, agreed: 'yes',
  });
  return [
    cost('legal', 6_000, 0.15, 'before', `Start-up grant and ${f.commissioner}`), cost('diligence', 2_000, 0.1, 'before', f.commissioner),
    cost('registration', 1_000, 0.02, 'before', 'Start-up grant'), cost('it', 4_000, 0.25, 'before', f.parent),
    cost('recruitment', 1_000, 0.08, 'before', 'Start-up grant'), { row: 'redundancy', cost: 0, when: null, funder: null, agreed: null },
    cost('branding', 1_000, 0.03, 'before', 'Start-up grant'), cost('dual', 1_500, 0.1, 'y1', f.enterprise),
    { row: 'other', cost: 0, when: null, funder: null, agreed: null },
  ];
}
