import type { Generated } from 'kysely';
import type { Id } from './kinds.ts';

/**
 * One thing that can be found, in words. `audience` and `stage` say who finds it (app/domain/search/search-scopes.ts);
 * `place` is where it stands, as its kind has it. Written again whenever its source has changed.
 */
export interface SearchEntriesTable {
  number: Generated<number>;
  source: SearchStaleTable['source'];
  source_id: string;
  case_id: Id;
  kind: 'case' | 'answer' | 'comment' | 'document' | 'benefit' | 'person';
  audience: string;
  stage: string | null;
  place: string;
  title: string;
  body: string;
}

/** What has changed since it was last put into words; triggers write it. An answer's id is its case's, a space, and its question. */
export interface SearchStaleTable {
  source: 'case' | 'answer' | 'submission' | 'comment' | 'document' | 'benefit' | 'membership';
  source_id: string;
}
