import type { Reader } from '#db/database.server.ts';
import { describe } from '#workflows/decide.ts';
import { missingOf } from '#workflows/benefits.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { mayAgreeLeavingOut, mayEdit, mayLead } from '../cases/cases.policy.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { changesOf, pastOf, sayingOf, type ChangeView, type Past } from './benefit-changes.server.ts';
import { detailsOf } from './benefit-columns.server.ts';
import { groupsOf, type FactGroup } from './benefit-groups.ts';
import { originOf, type Origin } from './benefit-origin.server.ts';
import { benefitInFile, benefitPage, type BenefitPage } from './benefit-page.server.ts';
import { sideOf } from './sides.server.ts';
import { smartCheck, type SmartPoint } from './smart-check.server.ts';
import { promisedOf } from './threads.server.ts';

/** The whole record of one benefit, to read. */
export interface BenefitRecord extends BenefitPage {
  state: { title: string; tone: ReturnType<typeof describe>['tone']; description: string };
  promised: string;
  origin: Origin;
  groups: FactGroup[];
  /** What others could not check yet, while it can still be written. */
  smart: SmartPoint[] | null;
  /** What it still needs before anyone can measure it, in words. */
  needs: string[];
  changes: ChangeView[];
  past: Past[];
  /** The reader stands on one of the two sides of the contract. */
  hasSide: boolean;
  /** And may ask the other side for a change now. */
  mayAsk: boolean;
  mayAgree: boolean;
  mayWithdraw: boolean;
  mayReinstate: boolean;
}

/** One benefit's record; undefined when the reader does not see it. */
export async function benefitRecord(reader: Reader, file: CaseFile, benefitId: string): Promise<BenefitRecord | undefined> {
  const page = await benefitPage(reader, file, benefitId);
  const row = page && (await benefitInFile(reader, file, benefitId));
  if (!row) return undefined;
  const live = row.withdrawn_at === null;
  const [origin, changes, past, smart, name] = await Promise.all([
    originOf(reader, file, row), changesOf(reader, file, row), pastOf(reader, file, row), live && page.fixed === '' ? smartCheck(reader, file, row) : null,
    namesOf(reader, [row.by, row.treatment_by, row.treatment_agreed_by, row.provider_owner_id, row.commissioner_owner_id, row.recorder_id]),
  ]);
  const { title, tone, description } = describe('benefit', row.state);
  const hasSide = sideOf(file, row) !== undefined;
  return {
    ...page, state: { title, tone, description }, promised: `${name(row.by)} on ${day(dayOf(row.at))}, in ${origin.place}`, origin,
    groups: withForms(groupsOf(row, detailsOf(row), sayingOf(file, row, name)), page, live && mayEdit(file.roles)),
    smart, needs: live ? missingOf(promisedOf(row)) : [], changes, past,
    hasSide, mayAsk: live && page.fixed !== '' && hasSide && changes.every((change) => change.settled !== ''),
    mayAgree: live && page.view.waits !== null && mayAgreeLeavingOut(file.roles, file.exclusion),
    mayWithdraw: live && mayEdit(file.roles),
    mayReinstate: !live && mayLead(file.roles),
  };
}

/** Each group with its form, where the reader may change it now. Owners may be named anew after go-live too. */
function withForms({ promise, measure, worth, owners, contract }: ReturnType<typeof groupsOf>, page: BenefitPage, mayName: boolean): FactGroup[] {
  const path = `/cases/${page.case.id}/benefits/${page.view.id}`;
  const at = (group: FactGroup, form: string, may: boolean): FactGroup => ({ ...group, ...(may && { change: `${path}/${form}` }) });
  return [
    at(promise, 'measure#title', page.mayDescribe), at(measure, 'measure#measure', page.mayDescribe), at(worth, 'worth', page.mayDescribe),
    at(owners, 'owners', mayName), at(contract, 'contract', page.maySettle),
  ];
}

