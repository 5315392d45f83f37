import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentVersionsOf } from '#db/tables/documents.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { addDocument, replaceDocument, withdrawDocument, type NewDocument } from '#app/domain/evidence/add-document.server.ts';
import { documentPage } from '#app/domain/evidence/documents-page.server.ts';
import { storeFile } from '#app/domain/evidence/file-store.server.ts';
import { mayState, statementPage, statementsFor, writeStatement } from '#app/domain/evidence/staff-statement.server.ts';
import { bodyOf } from '#app/domain/stages/submissions.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { setEnv } from '#app/env.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallPathway, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const small = smallPathway();
const STATEMENT = { key: 'union-statement', title: 'Union statement', minimum: 0 };
const pathway = { ...small, stages: small.stages.map((entry) => (entry.stage.key === 'workforce' ? { ...entry, opensAfter: [], stage: { ...entry.stage, evidence: [STATEMENT] } } : entry)) };

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let files: string;
  beforeEach(async () => {
    files = mkdtempSync(join(tmpdir(), 'slipway-statement-'));
    setEnv({ filesDir: files });
    world = await smallWorld(engine, pathway);
    caseId = await smallCase(world);
  });
  afterEach(async () => { await world.close(); setEnv(undefined); rmSync(files, { recursive: true, force: true }); });

  const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const read = async (who: OnStage) => (await statementsFor(reader(), await fileOf(who), 'workforce')).map(({ words, version }) => [words, version]);
  const write = (who: OnStage, words: string) => writeStatement(world.people[who], caseId, 'workforce', words);
  const attached = async (): Promise<NewDocument> => ({ stage: 'workforce', kind: 'union-statement', title: 'Letter', fileName: 'letter.txt', mediaType: 'text/plain; charset=utf-8', seenBy: 'reviewers', personalData: false, stored: await storeFile([Buffer.from('Ours')]) });
  const WORDS = 'Members voted no.\n\nWe ask the board to <wait>.';

  it('is read word for word by the team and who decides, and changed by its author alone', async () => {
    const { documentId } = value(await write('staffSide', WORDS));
    for (const who of ['lead', 'member', 'hr', 'sponsor', 'secondLine', 'staffSide', 'support'] as const) expect([who, await read(who)]).toEqual([who, [[WORDS, 1]]]);
    for (const who of ['mentor', 'boardMember'] as const) expect([who, await read(who)]).toEqual([who, []]);
    for (const who of ['lead', 'member', 'sponsor', 'hr', 'support'] as const) {
      const answers = [await write(who, 'We agree'), await addDocument(world.people[who], caseId, await attached()), await replaceDocument(world.people[who], caseId, documentId, await attached()), await withdrawDocument(world.people[who], caseId, documentId)];
      expect([who, ...answers.map((one) => !one.ok && one.status)]).toEqual([who, 403, 403, 403, 403]);
    }
    expect([await write('outsider', 'We agree'), (await documentPage(reader(), await fileOf('lead'), documentId))?.mayChange, (await documentPage(reader(), await fileOf('staffSide'), documentId))?.mayChange]).toMatchObject([{ status: 404 }, false, true]);
    expect(await addDocument(world.people.staffSide, caseId, { ...(await attached()), seenBy: 'team' })).toMatchObject({ status: 422, reasons: [{ field: 'seenBy' }] });
    expect(await read('lead')).toEqual([[WORDS, 1]]);
  });

  it('a newer version keeps the one before, and goes with what is sent by its hash', async () => {
    value(await write('staffSide', WORDS));
    value(await write('staffSide', 'We ask for a new date.'));
    expect([await read('lead'), (await statementPage(reader(), await fileOf('staffSide'), 'workforce'))?.words]).toEqual([[['We ask for a new date.', 2]], 'We ask for a new date.']);
    const versions = await documentVersionsOf(reader(), caseId);
    expect(versions.map(({ version, withdrawn_at, by }) => [version, withdrawn_at, by]).sort()).toEqual([[1, null, world.people.staffSide.id], [2, null, world.people.staffSide.id]]);
    await completeStage(world, caseId, 'workforce');
    value(await submitStage(world.people.lead, caseId, 'workforce'));
    const sent = bodyOf((await latestSubmission(reader(), caseId, 'workforce'))!).documents;
    expect(sent.map(({ id, sha256 }) => [id, sha256])).toEqual(versions.filter(({ version }) => version === 2).map(({ id, content }) => [id, content]));
    for (const act of [write('staffSide', 'Too late'), addDocument(world.people.staffSide, caseId, await attached()), withdrawDocument(world.people.staffSide, caseId, sent[0]!.id)]) expect(await act).toMatchObject({ status: 422 });
    expect([mayState(await fileOf('staffSide'), 'workforce'), await read('boardMember'), await read('sponsor')]).toEqual([false, [['We ask for a new date.', 2]], [['We ask for a new date.', 2]]]);
  });
});
