import { fromJson, newId, toJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { insertPackageHours, latestPackageHours } from '#db/tables/support-packages.server.ts';
import { PACKAGE_HOURS, type PackageHours } from '#workflows/support-packages.ts';
import { done, type Done, type Refused } from '../command.server.ts';
import { mentorCommand } from '../mentors/register-mentor.server.ts';
import type { Actor } from '../people/actor.server.ts';

/** The hours each package holds now: as the support unit set them last, else our default. */
export async function packageHours(reader: Reader): Promise<PackageHours> {
  const set = await latestPackageHours(reader);
  return set ? fromJson<PackageHours>(set.hours_json) : PACKAGE_HOURS;
}

/** Packages given from now on hold these hours; those given before keep theirs. */
export const setPackageHours = (actor: Actor, hours: PackageHours): Promise<Done<null> | Refused> =>
  mentorCommand(actor, async (tx, at) => {
    await insertPackageHours(tx, { id: newId(), hours_json: toJson(hours), by: actor.id, at });
    return done(null, { kind: 'package.hours', subject: hours, sentence: 'changed how many hours packages of support hold' });
  });
