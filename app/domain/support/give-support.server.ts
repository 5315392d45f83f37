import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { helpBoughtById, insertHelpBought, insertSupportPackage, withdrawHelpBought } from '#db/tables/support-packages.server.ts';
import { packageTitle } from '#workflows/support-packages.ts';
import { counted, pounds } from '../../lib/money.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { packageHours } from './package-hours.server.ts';
import { mayGiveSupport, maySeeSupport } from './support.policy.ts';
import type { HelpPaidFor, PackageGiven } from './support.schema.ts';

/** A case is given a package, in place of the one it had. It holds the hours that such a package holds today. */
export const givePackage = (actor: Actor, caseId: string, { kind, reason }: PackageGiven): Promise<Done<null> | Refused> =>
  supporting(actor, caseId, async (tx, file, at) => {
    const hours = (await packageHours(tx))[kind];
    await insertSupportPackage(tx, { id: newId(), case_id: caseId, kind, hours, reason, by: actor.id, at });
    const words = `a ${packageTitle(kind).toLowerCase()} package of support, ${counted(hours, 'hour')}`;
    await tell(tx, at, holdersOf(file, 'lead'), { caseId, kind: 'information', about: 'mentoring', text: `The support unit gives you ${words}: ${file.case.title}`, link: `/cases/${caseId}/support`, because: `The reason: ${reason}` }, actor.id);
    return done(null, { kind: 'package.give', caseId, subject: { kind, hours }, sentence: `gave the case ${words}` });
  });

/** Help that was paid for goes on the case's account. */
export const recordHelp = (actor: Actor, caseId: string, help: HelpPaidFor): Promise<Done<{ helpId: string }> | Refused> =>
  supporting(actor, caseId, async (tx, _, at) => {
    if (help.boughtOn > today()) return refused(422, { field: 'boughtOn', message: 'The day must be today or earlier' });
    if (help.minutes === 0 && help.pence === 0) return refused(422, { field: 'hours', message: 'Enter hours, or a cost, or both' });
    const id = newId();
    await insertHelpBought(tx, {
      id, case_id: caseId, bought_on: help.boughtOn, what: help.what, supplier: help.supplier, minutes: help.minutes, cost_pence: help.pence, funded_from: help.fund,
      by: actor.id, at, withdrawn_at: null, withdrawn_by: null,
    });
    return done({ helpId: id }, { kind: 'help.buy', caseId, subject: { help: id }, sentence: `recorded help bought from ${help.supplier} for ${pounds(help.pence)}` });
  });

/** An entry made in error no longer counts. It stays on record. */
export const takeBackHelp = (actor: Actor, caseId: string, helpId: string): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, ['support', 'lead', 'auditor'], async (tx, file, at) => {
    const row = maySeeSupport(file.roles) ? await helpBoughtById(tx, helpId) : undefined;
    if (row?.case_id !== caseId) return absent();
    if (!mayGiveSupport(file.roles)) return refused(403, ONLY_SUPPORT);
    if (!(await withdrawHelpBought(tx, caseId, helpId, actor.id, at))) return refused(409, 'This entry is taken back already');
    return done(null, { kind: 'help.withdraw', caseId, subject: { help: helpId }, sentence: `took back the entry of help bought from ${row.supplier}` });
  });

const supporting = <T>(actor: Actor, caseId: string, work: (tx: Writer, file: CaseFile, at: string) => Promise<Done<T> | Refused>): Promise<Done<T> | Refused> =>
  caseCommand(actor, caseId, ['support', 'lead', 'auditor'], async (tx, file, at) => {
    if (!maySeeSupport(file.roles)) return absent();
    return mayGiveSupport(file.roles) ? work(tx, file, at) : refused(403, ONLY_SUPPORT);
  });

export const ONLY_SUPPORT = 'Only the support unit enters what help a case is given.';
