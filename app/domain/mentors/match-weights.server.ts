import { fromJson, newId, toJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { insertMatchWeights, latestMatchWeights } from '#db/tables/mentors.server.ts';
import { MATCH_WEIGHTS, type MatchWeights } from '#workflows/matching.ts';
import { done, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mentorCommand } from './register-mentor.server.ts';

/** What matches are judged by now: as the support unit set it last, else our default. */
export async function matchWeights(reader: Reader): Promise<MatchWeights> {
  const set = await latestMatchWeights(reader);
  return set ? fromJson<MatchWeights>(set.weights_json) : MATCH_WEIGHTS;
}

/** Every match from now on is judged so; what was chosen stays chosen. */
export const setMatchWeights = (actor: Actor, weights: MatchWeights): Promise<Done<null> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    await insertMatchWeights(tx, { id: newId(), weights_json: toJson(weights), by: actor.id, at });
    return done(null, { kind: 'match.weigh', subject: weights, sentence: 'changed what matches of mentors are judged by' });
  });
