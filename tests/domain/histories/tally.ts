import type { Rows } from './rows.ts';
import type { Outcome } from './walk.ts';

/** At least this many in each hundred histories, else they show nothing: far below what comes, so that 150 never fall short by chance. */
const AT_LEAST: Readonly<Record<string, number>> = {
  'decisions of the first line': 20, 'decisions of the second line': 2, 'decisions by a deputy': 3, 'decisions set aside': 5, covers: 10, 'covers begun': 10, successions: 1,
  conditions: 1, 'boards convened': 1, 'forged decisions refused': 40, 'stages reopened': 5,
};

/** What took place in all histories together. */
export function newTally() {
  const acts = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  const add = (what: string, by: number) => counts.set(what, (counts.get(what) ?? 0) + by);
  return {
    answers(act: string, outcomes: readonly Outcome[]): void {
      const said = acts.get(act) ?? new Map<string, number>();
      acts.set(act, said);
      for (const outcome of outcomes) {
        const answer = outcome.ok ? 'done' : String(outcome.status);
        said.set(answer, (said.get(answer) ?? 0) + 1);
        if (act === 'forge') add(outcome.ok ? 'forged decisions let in, rightly' : 'forged decisions refused', 1);
      }
    },
    /** `before`: how the case stood when the history began. */
    rows(after: Rows, before: Rows): void {
      const fresh = <K extends 'decisions' | 'covers' | 'conditions' | 'boards'>(of: K): Rows[K] => after[of].slice(before[of].length) as Rows[K];
      const decisions = fresh('decisions');
      add('decisions of the first line', decisions.filter((d) => d.line === 'first').length);
      add('decisions of the second line', decisions.filter((d) => d.line === 'second').length);
      add('decisions by a deputy', decisions.filter((d) => d.for_id !== null).length);
      add('decisions set aside', after.decisions.filter((d) => d.voided_at !== null).length);
      add('covers', fresh('covers').length);
      add('covers begun', fresh('covers').filter((c) => c.membership_id !== null).length);
      add('conditions', fresh('conditions').length);
      add('boards convened', fresh('boards').length);
      const happened = after.events.slice(before.events.length);
      add('entries of the record', happened.length);
      add('successions', happened.filter((e) => e.kind === 'case.succeed').length);
      add('stages reopened', happened.filter((e) => e.kind === 'stage.reopen').length);
    },
    tooFew: (histories: number): string[] => Object.entries(AT_LEAST).filter(([what, least]) => (counts.get(what) ?? 0) * 100 < least * histories).map(([what, least]) => `${what}: ${counts.get(what) ?? 0}, not ${least} a hundred`),
    told: (): string => [...[...counts].map(([what, n]) => `  ${what}: ${n}`), ...[...acts].map(([act, said]) => `  ${act}: ${[...said].sort().map(([answer, n]) => `${answer} ${n}`).join(', ')}`)].join('\n'),
  };
}
