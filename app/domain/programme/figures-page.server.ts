import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { allFigures } from '#db/tables/programme-figures.server.ts';
import { day } from '../../lib/dates.ts';
import { count } from '../../lib/money.ts';
import type { Actor } from '../people/actor.server.ts';
import { maySetProgramme } from './programme.policy.ts';

export interface FigureView {
  id: string;
  title: string;
  /** "47 teams". */
  value: string;
  asAt: string;
  definition: string;
  source: string;
  /** What stood before it, newest first. */
  earlier: { id: string; words: string }[];
}
export interface FiguresPage {
  figures: FigureView[];
  maySet: boolean;
}

export const figuresPage = async (reader: Reader, actor: Actor): Promise<FiguresPage> => ({ figures: await figuresInForce(reader), maySet: maySetProgramme(actor) });

/** The figures that no later one replaces, in the order first recorded, each with what stood before. */
export async function figuresInForce(reader: Reader): Promise<FigureView[]> {
  const rows = await allFigures(reader);
  const replaced = new Set(rows.flatMap((row) => row.replaces_id ?? []));
  return rows.filter(({ id }) => !replaced.has(id)).map((row) => ({
    id: row.id, title: row.title, value: valueOf(row), asAt: day(row.as_at_on), definition: row.definition, source: row.source,
    earlier: before(rows, row).map((old) => ({ id: old.id, words: `${valueOf(old)} as at ${day(old.as_at_on)}: ${old.definition} Source: ${old.source}` })),
  }));
}

const valueOf = ({ value, unit }: Row<'programme_figures'>) => `${count(value)} ${unit}`;

function before(rows: readonly Row<'programme_figures'>[], { replaces_id }: Row<'programme_figures'>): Row<'programme_figures'>[] {
  const old = rows.find(({ id }) => id === replaces_id);
  return old ? [old, ...before(rows, old)] : [];
}

export interface ReplacementPage {
  title: string;
  /** What the form starts from. */
  form: Record<string, string>;
}

/** One figure to be replaced; undefined when there is none by that id, or it was replaced already. */
export async function replacementPage(reader: Reader, figureId: string): Promise<ReplacementPage | undefined> {
  const rows = await allFigures(reader);
  const row = rows.find(({ id }) => id === figureId);
  if (!row || rows.some((later) => later.replaces_id === figureId)) return undefined;
  return { title: row.title, form: { unit: row.unit, definition: row.definition, source: row.source } };
}
