import { boardChecks } from './board.ts';
import type { Check } from './check.ts';
import { legalFormChecks } from './legal-form.ts';
import { registrationChecks } from './registrations.ts';

export const governanceChecks: Record<string, Check> = { ...legalFormChecks, ...boardChecks, ...registrationChecks };
