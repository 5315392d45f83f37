import type { Day, Id, Instant, Json } from './kinds.ts';

/** How many hours each package holds, as the support unit last set it. */
export interface PackageHoursTable {
  id: Id;
  hours_json: Json;
  by: Id;
  at: Instant;
}

/** Hours of help given to a case: the last stands. `hours` is what the package held on the day it was given. */
export interface SupportPackagesTable {
  id: Id;
  case_id: Id;
  kind: 'light' | 'standard' | 'intensive';
  hours: number;
  reason: string;
  by: Id;
  at: Instant;
}

/** Help that was paid for, beside what mentors give. */
export interface HelpBoughtTable {
  id: Id;
  case_id: Id;
  bought_on: Day;
  what: string;
  supplier: string;
  minutes: number;
  cost_pence: number;
  funded_from: 'programme' | 'employer' | 'commissioner' | 'grant' | 'team';
  by: Id;
  at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}
