import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { addDays, dayInWords } from '#workflows/dates.ts';

interface Step {
  from: string;
  to: string;
  on: string;
  named: boolean;
}

/** What to say after the name of a body of the case: ", formerly Northbridge PCT (until 31 March 2013)"; '' when it took over from none. */
export async function formerBodies(reader: Reader, { id: caseId }: Pick<Row<'cases'>, 'id'>): Promise<(bodyId: string | null) => string> {
  const steps = (await eventsOf(reader, caseId, { limit: 20, kinds: ['case.succeed'] })).map((e) => fromJson<Step>(e.subject_json)).filter(({ named }) => named);
  if (steps.length === 0) return () => '';
  const bodies = await organisationsByIds(reader, steps.map(({ from }) => from));
  return (bodyId) => {
    const words: string[] = [];
    for (let step = steps.find(({ to }) => to === bodyId); step; step = steps.find(({ to }) => to === step!.from)) {
      words.push(`${bodies.find((b) => b.id === step!.from)?.name ?? 'another body'} (until ${dayInWords(addDays(step.on, -1))})`);
    }
    return words.length ? `, formerly ${words.join(', and before that ')}` : '';
  };
}
