import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { smartFindings, type SmartFinding } from '#workflows/smart.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { landmarksFor } from '../cases/key-facts.server.ts';
import { detailsOf } from './benefit-columns.server.ts';
import { titleOf, type DetailKey } from './details-in-words.ts';

/** What keeps a promise from being one that somebody can check: a sentence, and the field it is about. It never stops a save. */
export interface SmartPoint {
  severity: SmartFinding['level'];
  message: string;
  /** The field's title and its place under the record's address. */
  at?: { to: string; label: string };
}

const WORTH = ['counterfactualMethod', 'counterfactual', 'counterfactualNote', 'class', 'valuePerYear'];
const OWNERS = ['providerOwner', 'commissionerOwner'];
/** Names the check has for what the record calls otherwise. */
const CALLED: Partial<Record<SmartFinding['field'], DetailKey>> = { valuePerYearPence: 'valuePerYear', cashable: 'class' };

/** The SMART check of a record as it stands, with what the case says of transfer and contract. */
export async function smartCheck(reader: Reader, file: CaseFile, row: Row<'benefits'>): Promise<SmartPoint[]> {
  const details = detailsOf(row);
  const known = await landmarksFor(reader, file);
  const draft = { ...details, cashable: details.class && details.class === 'cashReleasing', valuePerYearPence: details.valuePerYear };
  const context = { transferOn: file.case.transfer_on ?? known.transferOn ?? null, contractEndOn: known.contractEnd ?? null, objectives: null };
  return smartFindings(draft, context).map(({ level, sentence, field }) => ({ severity: level, message: sentence, ...placeOf(field) }));
}

function placeOf(field: SmartFinding['field']): Pick<SmartPoint, 'at'> {
  if (field === 'objectives' || field === 'benefits') return {};
  const key = CALLED[field] ?? (field as DetailKey);
  const form = WORTH.includes(key) ? 'worth' : OWNERS.includes(key) ? 'owners' : 'measure';
  return { at: { to: key === 'measureCode' ? 'measure/library' : `${form}#${key}`, label: titleOf(key) } };
}
