import { asNumber, asRows } from '../checks/check.ts';
import { formTitle, GUIDE_QUESTIONS, rankLegalForms, type FormRanking } from '../legal-forms.ts';
import type { Computation, Computed } from './computation.ts';

const text = (value: string | null, working: string): Computed => ({ value, unit: 'text', working });

export const governanceComputations: Record<string, Computation> = {
  /** { show: 'order' | 'reasons' | 'ruledOut' }: what the guide's answers say about legal forms. Points are Slipway defaults. */
  legalFormRanking: ({ answer, params }) => {
    const ranking = rankLegalForms(answer);
    if (ranking.answered === 0) return text(null, 'Shown when you have answered a guide question');
    const working = `Worked out from ${ranking.answered} of ${GUIDE_QUESTIONS.length} guide questions. The points are our default, not law`;
    if (params.show === 'reasons') return text(reasonsOf(ranking), working);
    if (params.show === 'ruledOut') return text(ruledOutOf(ranking), working);
    return text(
      ranking.ranked.map(({ form, points }, i) => `${i + 1}. ${formTitle(form)} (${points} point${points === 1 ? '' : 's'})`).join('; ') || 'No form is left',
      working,
    );
  },
  /**
   * { votes }: whether staff control is shown: that percentage of board votes, the power over directors, or most member votes.
   * Source of the idea: GOV.UK, Introduction to public service mutuals; the measure is a Slipway default.
   */
  staffControl: ({ answer, params }) => {
    const needed = asNumber(params.votes) ?? 25;
    const votes = asRows(answer('gov.board')).filter((row) => row.votes === 'yes');
    const power = answer('gov.staff_appoint');
    const members = asNumber(asRows(answer('gov.ownership')).find((row) => row.row === 'staff')?.votes);
    if (votes.length === 0 && power === undefined && members === undefined) return text(null, 'Shown when you have answered the board and ownership questions');
    const elected = votes.filter((row) => row.kind === 'staff-elected').length;
    const found = [
      votes.length > 0 ? `Staff elect ${elected} of ${votes.length} board votes` : 'The board is not listed yet',
      power === undefined ? 'power over directors is not answered yet' : `staff ${power === 'yes' ? 'can' : 'cannot'} appoint or remove directors`,
      members === undefined ? 'member votes are not answered yet' : `staff hold ${members}% of member votes`,
    ].join('; ');
    const shown = (votes.length > 0 && elected * 100 >= needed * votes.length) || power === 'yes' || (members ?? 0) > 50;
    return text(shown ? 'Shown' : 'Not shown', `${found}. One of these is enough: ${needed}% of board votes, that power, or over half of member votes`);
  },
};

function reasonsOf({ ranked, notes }: FormRanking): string {
  const scored = ranked.filter((entry) => entry.reasons.length > 0).map((entry) => `${formTitle(entry.form)}: ${entry.reasons.join(', ')}`);
  return [...(scored.length ? scored : ['No answer so far favours one form over another']), ...notes].join('. ');
}

const ruledOutOf = ({ ruledOut }: FormRanking): string =>
  ruledOut.map(({ form, reasons }) => `${formTitle(form)}, because ${reasons.join('; and ')}`).join('. ') || 'None';
