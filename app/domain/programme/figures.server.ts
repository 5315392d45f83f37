import { newId } from '#db/codec.ts';
import { isUniqueViolation } from '#db/database.server.ts';
import type { Writer } from '#db/database.server.ts';
import { allFigures, insertFigure } from '#db/tables/programme-figures.server.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { programmeCommand } from './programme-command.server.ts';
import type { NewerFigure } from './programme.schema.ts';

const REFUSAL = 'Only the support unit records figures of the programme.';
const MEANWHILE = 'This figure was replaced a moment ago. Open the page again to see how it stands now';

/** Records a figure of the whole programme, such as how many teams asked, with its day, definition and source. */
export async function recordFigure(actor: Actor, { title, ...figure }: NewerFigure & { title: string }): Promise<Done<{ figureId: string }> | Refused> {
  return programmeCommand(actor, REFUSAL, (tx, at) => write(tx, actor, at, title, figure, null));
}

/** Puts a newer value in the place of a figure. The older one stays on record with its own day and definition. */
export async function replaceFigure(actor: Actor, figureId: string, figure: NewerFigure): Promise<Done<{ figureId: string }> | Refused> {
  return programmeCommand(actor, REFUSAL, async (tx, at) => {
    const figures = await allFigures(tx);
    const old = figures.find(({ id }) => id === figureId);
    if (!old) return absent();
    return figures.some((f) => f.replaces_id === figureId) ? refused(409, MEANWHILE) : write(tx, actor, at, old.title, figure, figureId);
  });
}

async function write(tx: Writer, actor: Actor, at: string, title: string, figure: NewerFigure, replaces: string | null): Promise<Done<{ figureId: string }> | Refused> {
  if (figure.asAtOn! > today()) return refused(422, { field: 'asAtOn', message: 'The day the value is of must not be in the future' });
  const id = newId();
  try {
    await insertFigure(tx, { id, title, value: figure.value!, unit: figure.unit, as_at_on: figure.asAtOn!, definition: figure.definition, source: figure.source, replaces_id: replaces, by: actor.id, at });
  } catch (error) {
    if (isUniqueViolation(error)) return refused(409, MEANWHILE);
    throw error;
  }
  const what = replaces ? 'replaced' : 'recorded';
  return done({ figureId: id }, { kind: replaces ? 'figure.replace' : 'figure.record', subject: { figure: id, replaces }, sentence: `${what} a figure of the programme: ${title}` });
}
