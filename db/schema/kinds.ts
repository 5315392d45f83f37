/** What columns hold, by name: see db/schema.ts for the rules. */
export type Id = string;
export type Instant = string;
export type Day = string;
export type Json = string;
