import { measureByCode, type Measure } from '#workflows/measures.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { absent, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { BenefitDetails } from './benefit-details.schema.ts';
import { benefitInFile } from './benefit-page.server.ts';
import { describeBenefit } from './describe-benefit.server.ts';

/** Copies the newest version of a library measure into the record. Where the library says nothing, what was typed before stays. */
export async function chooseMeasure(actor: Actor, caseId: string, benefitId: string, { code, revision }: { code: string; revision: number }): Promise<Done<null> | Refused> {
  const measure = measureByCode(code);
  if (!measure) return refused(422, `The measure library has no measure ${code}. Choose one from the list`);
  const file = await caseForActor(reader(), actor, caseId);
  const row = file && (await benefitInFile(reader(), file, benefitId));
  if (!row) return absent();
  const kind = row.category === '' ? { category: measure.category } : {};
  return describeBenefit(actor, caseId, benefitId, { ...copied(measure), ...kind }, { revision, sure: true });
}

/** How it is worked out is part of the definition, where there is nothing to divide. */
const copied = ({ code, version, title, definition, workedOut, numerator, denominator, unit, direction, frequency, dataSource }: Measure): BenefitDetails => ({
  measureCode: code, measureVersion: version, measure: `${title}: ${workedOut ?? definition}`, unit, direction, frequency, dataSource,
  ...(numerator !== undefined && { numerator }), ...(denominator !== undefined && { denominator }),
});
