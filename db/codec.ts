import { uuidv7 } from 'uuidv7';
import type { Id, Instant, Json } from './schema.ts';

/** A new row id: text, rising with time within one process. Never a secret. */
export const newId = (): Id => uuidv7();

/** An instant as every `*_at` column keeps it: UTC, milliseconds, "Z". */
export const instant = (date: Date): Instant => date.toISOString();

/** A value as text for a `*_json` column. `undefined` is refused, since it has no JSON. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('This value has no JSON form');
  return text;
}

/** What a `*_json` column holds; null stays null. The caller answers for the type. */
export function fromJson<T>(text: Json): T;
export function fromJson<T>(text: Json | null): T | null;
export function fromJson<T>(text: Json | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
