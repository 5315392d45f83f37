import { transaction, type Reader } from '#db/database.server.ts';
import { exampleCase } from '#db/tables/case-pages.server.ts';
import { recordVisit, visitOf } from '#db/tables/visits.server.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { instant } from '../clock.server.ts';
import { database, reader } from '../database.server.ts';
import type { Actor } from './actor.server.ts';

/** The page that says how Slipway works, on the way of somebody who is new here. */
const PAGE = 'how-it-works';

/** Where somebody goes who just came in: by way of the introduction, until they have seen it once. */
export async function wayIn(personId: string, to: string, caseId?: string): Promise<string> {
  const seen = await visitOf(reader(), personId, PAGE);
  return seen ? to : `/${PAGE}${caseId ? `?case=${caseId}` : ''}`;
}

/** Remembers when somebody first saw it. */
export async function rememberIntroduction(personId: string): Promise<void> {
  if (await visitOf(reader(), personId, PAGE)) return;
  await transaction(database(), (tx) => recordVisit(tx, personId, PAGE, instant()));
}

export interface WaysOn {
  /** The finished example; null where none was loaded, or for who could not open it. */
  example: { id: string; title: string } | null;
  /** The case they came for, if they have a part in it. */
  case: { id: string; title: string } | null;
  signedIn: boolean;
}

/** Where to go from the introduction. `caseId`: the case the person came for. */
export async function waysOn(from: Reader, actor: Actor | null, caseId: string | null): Promise<WaysOn> {
  if (!actor) return { example: null, case: null, signedIn: false };
  const [example, file] = await Promise.all([exampleCase(from), caseId ? caseForActor(from, actor, caseId) : undefined]);
  return { example: example ?? null, case: file ? { id: file.case.id, title: file.case.title } : null, signedIn: true };
}
