import type { Word } from '../verdicts/verdicts.schema.ts';

/** Everything a published statement says, in order; its canonical JSON is what is kept and hashed. */
export interface StatementBody {
  slipway: 1;
  number: number;
  publishedOn: string;
  shownAs: 'real' | 'illustrative' | 'example';
  service: { title: string; summary: string; reference: string; route: string; parent: string | null; commissioner: string | null };
  liveOn: string;
  monthsLive: number;
  /** The paragraph of its owners. */
  words: string;
  /** Every promise that stands. */
  benefits: PublicBenefit[];
  dropped: { number: number; title: string; reason: string; on: string }[];
  stories: PublicStory[];
  /** Ownership, asset lock, dividends: as the governance stage was last sent. */
  ownership: Line[];
  /** Use of surplus: as the benefit review was last sent. */
  surplus: Line[];
  caveats: string[];
}
export interface Line {
  key: string;
  value: string;
}

/** One promise as the public reads it. Figures about fewer than 5 people are left out already. */
export interface PublicBenefit {
  number: number;
  title: string;
  beneficiary: string;
  measure: string | null;
  start: string;
  target: string;
  contracted: boolean;
  /** Whether it is in the contract, in words, with the clause or the reason. */
  contract: string;
  delivered: string;
  /** Null while nobody has judged it. */
  verdict: { word: Word; grade: 'full' | 'provisional' | 'early'; review: string; on: string; proposed: Word; reasons: string | null } | null;
  /** What is done about a miss, and what the contract says follows. */
  action: { text: string; dueOn: string } | null;
  consequence: string | null;
  /** Changes of what was agreed, a sentence each. */
  changes: string[];
  caveats: string[];
}

/**
 * A story by its place and hash alone: the words stay with the record of the benefit, so that they are gone when consent
 * is withdrawn, while the statement keeps its hash. SHA-256 of the canonical JSON of { kind, text, name, heardOn }.
 */
export interface PublicStory {
  id: string;
  benefit: number;
  sha256: string;
}
