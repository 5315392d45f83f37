import { z } from 'zod';
import { PATHWAYS } from '#workflows/definition.ts';

const Line = (max: number) => z.string().trim().max(max, `Use ${max} characters or fewer`);

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
  .superRefine((form, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!form.parent && !form.parentName) wrong('parent', 'Select the organisation that employs the team, or enter its name');
    if (form.parent && form.parentName) wrong('parentName', 'Select the organisation or enter its name, not both');
    if (form.commissioner && form.commissionerName) wrong('commissionerName', 'Select the commissioner or enter its name, not both');
  });
export type NewCaseForm = z.output<typeof newCaseSchema>;
