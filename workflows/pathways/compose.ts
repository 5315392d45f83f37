import { pathwaySchema, type Pathway } from '../definition.ts';

/** Parses a pathway written by hand and leaves only what belongs to it: the JSON that is stored and pinned. */
export function composePathway(written: unknown): Pathway {
  const pathway = pathwaySchema.parse(written);
  const mine = (thing: { pathways?: string[] | undefined }) => !thing.pathways || thing.pathways.includes(pathway.key);
  return {
    ...pathway,
    stages: pathway.stages.map((entry) => ({
      ...entry,
      stage: {
        ...entry.stage,
        evidence: entry.stage.evidence.filter(mine),
        criteria: entry.stage.criteria.filter(mine),
        groups: entry.stage.groups
          .map((group) => ({
            ...group,
            sections: group.sections
              .filter(mine)
              .map((section) => ({
                ...section,
                questions: section.questions.filter(mine).map((q) => ({
                  ...q,
                  ...(q.options && { options: q.options.filter(mine) }),
                  ...(q.columns && { columns: q.columns.map((c) => ({ ...c, ...(c.options && { options: c.options.filter(mine) }) })) }),
                  ...(q.rules && { rules: q.rules.filter(mine) }),
                })),
              }))
              .filter((section) => section.questions.length > 0),
          }))
          .filter((group) => group.sections.length > 0),
      },
    })),
  };
}
