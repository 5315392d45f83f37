import { z } from 'zod';
import { PATHWAYS } from '#workflows/definition.ts';

const Line = (max: number) => z.string().trim().max(max, `Use ${max} characters or fewer`);

// Told together with what else is missing, not after it.
const always = () => true;

/** What is asked to start a case. An organisation is chosen from the list, or named when it is not in it. */
export const newCaseSchema = z
  .strictObject({
    key: z.string().min(1).max(64),
    pathway: z.enum(PATHWAYS, 'Select the route you are taking'),
    title: Line(120).min(1, 'Enter the name of your team or service'),
    summary: Line(200).min(1, 'Enter what the service does, in one line'),
    parent: z.string().max(64).default(''),
    parentName: Line(160).default(''),
    commissioner: z.string().max(64).default(''),
    commissionerName: Line(160).default(''),
  })
  .refine(({ parent, parentName }) => parent || parentName, { path: ['parent'], message: 'Select the organisation that employs the team, or enter its name', when: always })
  .refine(({ parent, parentName }) => !parent || !parentName, { path: ['parentName'], message: 'Select the organisation or enter its name, not both', when: always })
  .refine(({ commissioner, commissionerName }) => !commissioner || !commissionerName, { path: ['commissionerName'], message: 'Select the commissioner or enter its name, not both', when: always });
export type NewCaseForm = z.output<typeof newCaseSchema>;
