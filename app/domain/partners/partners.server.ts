import type { Reader } from '#db/database.server.ts';
import { partnersOf } from '#db/tables/partners.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import type { StageKey } from '#workflows/definition.ts';
import type { LoadedForm } from '../answers/case-form.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { freeze, sha256Of } from '../stages/submissions.server.ts';

/** One partner of a stage. `changed`: what they confirmed is no longer what stands there. */
export interface Partner {
  id: string;
  name: string;
  state: 'confirmed' | 'changed' | 'asked';
  at: string | null;
}

/** The text of a stage as a partner confirms it: its answers and documents, and nothing of when or by whom it is sent. */
export function hashOfText(file: CaseFile, stage: StageKey, form: LoadedForm): string {
  const { answers, documents } = freeze(file, stage, form, { number: 0, at: '', changes: [] });
  return sha256Of(canonicalJson({ answers: answers.map(({ revision: _, ...said }) => said), documents: documents.map(({ id, sha256 }) => ({ id, sha256 })) }));
}

/** The partners of a stage and where each stands. Whoever has left the team since holds nothing up. */
export async function partnersIn(reader: Reader, file: CaseFile, stage: StageKey, form: LoadedForm): Promise<Partner[]> {
  const rows = await partnersOf(reader, file.case.id, stage);
  if (rows.length === 0) return [];
  const [team, name, now] = [holdersOf(file, ...TEAM), await namesOf(reader, rows.map((row) => row.person_id)), hashOfText(file, stage, form)];
  return rows.filter((row) => team.includes(row.person_id)).map((row) => ({
    id: row.person_id, name: name(row.person_id), at: row.confirmed_at,
    state: row.confirmed_hash === null ? 'asked' : row.confirmed_hash === now ? 'confirmed' : 'changed',
  }));
}
