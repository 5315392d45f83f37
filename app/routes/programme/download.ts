import { disposition } from '#app/domain/evidence/file-names.ts';

/** Of a file made for this person alone: saved, never shown, never kept on the way. */
export const download = (name: string, type: string): HeadersInit => ({
  'Content-Type': type,
  'Content-Disposition': disposition(name),
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store, no-transform',
});
