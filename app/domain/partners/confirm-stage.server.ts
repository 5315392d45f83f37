import { confirmAs, dropPartner, namePartner, partnersOf } from '#db/tables/partners.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { inWords } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, stageInFile } from '../cases/case-file.server.ts';
import { inTeam, mayLead, maySeeDraft, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { namesOf, together } from '../stages/people-named.server.ts';
import { hashOfText } from './partners.server.ts';

/** The lead says who of the team must confirm a stage before it is sent; nobody unless they say so. */
export const namePartners = (actor: Actor, caseId: string, stage: string, people: readonly string[]): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    const found = stageInFile(file, stage);
    if (!found || !maySeeDraft(file.roles, file.standings, found.key)) return absent();
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead says who must confirm a stage');
    if (!hasTag('stage', found.row.state, 'editable')) return refused(422, `The ${inWords(found.entry.stage.noun, file.pathway)} is not with the team now, so who confirms it cannot be changed`);
    const team = holdersOf(file, ...TEAM);
    if (people.some((id) => !team.includes(id))) return refused(422, { field: 'people', message: 'Select people of the team' });
    const before = (await partnersOf(tx, caseId, found.key)).map((row) => row.person_id);
    for (const id of before.filter((one) => !people.includes(one))) await dropPartner(tx, caseId, found.key, id);
    for (const id of people) await namePartner(tx, { case_id: caseId, stage: found.key, person_id: id, by: actor.id, at });
    const [noun, name] = [inWords(found.entry.stage.noun, file.pathway), await namesOf(tx, people)];
    await tell(tx, at, people.filter((id) => !before.includes(id)), {
      caseId, kind: 'needsYou', about: 'other', text: `Confirm the ${noun} before it is sent: ${file.case.title}`, link: `/cases/${caseId}/stages/${found.key}/partners`, because: `${actor.name} named you as a partner who must confirm it. It cannot be sent until you have.`,
    }, actor.id);
    return done(null, { kind: 'section.partners', caseId, subject: { stage: found.key, people }, sentence: people.length ? `asked ${together(people.map((id) => name(id)), 'nobody')} to confirm the ${noun} before it is sent` : `asked nobody to confirm the ${noun} any more` });
  });

/** A partner confirms the very text they read; when it was changed meanwhile, nothing is confirmed. */
export const confirmStage = (actor: Actor, caseId: string, stage: string, hash: string): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const found = stageInFile(file, stage);
    if (!found || !maySeeDraft(file.roles, file.standings, found.key)) return absent();
    const noun = inWords(found.entry.stage.noun, file.pathway);
    const named = (await partnersOf(tx, caseId, found.key)).some((row) => row.person_id === actor.id);
    if (!inTeam(file.roles) || !named) return refused(403, `Only the partners who were named confirm the ${noun}`);
    if (!hasTag('stage', found.row.state, 'editable')) return refused(422, `The ${noun} is not with the team now, so there is nothing to confirm`);
    if (hash !== hashOfText(file, found.key, await caseForm(tx, file))) return refused(409, `The ${noun} was changed while you read it. Read it again, then confirm what is there now`);
    await confirmAs(tx, caseId, found.key, actor.id, hash, at);
    return done(null, { kind: 'section.confirm', caseId, subject: { stage: found.key, sha256: hash }, sentence: `confirmed the ${noun} as it stands` });
  });
