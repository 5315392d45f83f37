import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Any console.error or console.warn fails the test that caused it. */
let complaints: unknown[][] = [];
beforeEach(() => {
  complaints = [];
  const note = (...words: unknown[]) => void complaints.push(words);
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(console, 'warn').mockImplementation(note);
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints, 'nothing may be written to console.error or console.warn').toEqual([]);
});
