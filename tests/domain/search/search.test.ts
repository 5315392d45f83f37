import { afterEach, expect, it } from 'vitest';
import { answerOf } from '#db/tables/answers.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { addDocument, withdrawDocument } from '#app/domain/evidence/add-document.server.ts';
import { searchFor } from '#app/domain/search/search-page.server.ts';
import { takeBackStage } from '#app/domain/stages/read-submission.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, ROLES_ON_STAGE, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, value } from '#tests/setup/walk.ts';

/** What each role finds, as the pages of the case would show it to them. */
const FINDS: Readonly<Record<string, readonly OnStage[]>> = {
  teamComment: ['lead', 'member'],
  mentorComment: ['lead', 'member', 'mentor', 'support'],
  reviewersComment: ['lead', 'member', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember', 'support'],
  draft: ['lead', 'member', 'mentor', 'support'],
  draftNotShared: ['lead', 'member', 'support'],
  teamFile: ['lead', 'member', 'support'],
  mentorFile: ['lead', 'member', 'mentor', 'support'],
  reviewersFile: ['lead', 'member', 'mentor', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'support'],
  sent: ['lead', 'member', 'mentor', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember', 'support'],
};

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());
  const open = async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
  };

  const find = async (who: OnStage, text: string, kind = '', page = 1) => searchFor(reader(), world.people[who], { text, kind, page });
  const finders = async (text: string): Promise<OnStage[]> => {
    const found: OnStage[] = [];
    for (const who of ROLES_ON_STAGE) if ((await find(who, text)).hits.length) found.push(who);
    return found;
  };
  const write = async (stage: 'proposal' | 'business-case', text: string) => {
    const revision = (await answerOf(reader(), caseId, `small.${stage}`))?.revision ?? 0;
    value(await saveSection(world.people.lead, caseId, { stage, section: `${stage}-all` }, [[`small.${stage}.revision`, String(revision)], [`small.${stage}`, text]], 'unsaid'));
  };
  const attach = async (title: string, seenBy: 'team' | 'mentor' | 'reviewers') =>
    value(await addDocument(world.people.lead, caseId, { stage: 'proposal', kind: 'other', title, fileName: 'notes.txt', mediaType: 'text/plain', seenBy, personalData: false, stored: { bytes: 1, sha256: 'a'.repeat(64) } })).documentId;

  it('lets each role find what it may see, and nobody anything else', async () => {
    await open();
    await pass(world, caseId, 'readiness');
    await write('proposal', 'zanderling');
    expect(await finders('zanderling')).toEqual(FINDS.draft);
    for (const [title, seenBy] of [['teamwombat', 'team'], ['mentorwombat', 'mentor'], ['reviewwombat', 'reviewers']] as const) await attach(title, seenBy);
    expect(await finders('teamwombat')).toEqual(FINDS.teamFile);
    expect(await finders('mentorwombat')).toEqual(FINDS.mentorFile);
    expect(await finders('reviewwombat')).toEqual(FINDS.reviewersFile);
    await completeStage(world, caseId, 'proposal');
    await write('proposal', 'sandpiper');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    expect(await finders('sandpiper')).toEqual(FINDS.sent);
    expect(await finders('zanderling'), 'an earlier wording').toEqual([]);
    for (const audience of ['team', 'mentor', 'reviewers'] as const) {
      value(await addComment(world.people.member, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: `${audience}dotterel`, audience }));
      expect(await finders(`${audience}dotterel`)).toEqual(FINDS[`${audience}Comment`]);
    }
    value(await addComment(world.people.finance, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'draftdotterel' }));
    expect(await finders('draftdotterel'), 'a draft').toEqual([]);
    expect(await finders('Riverside therapies'), 'the case itself').toEqual(ROLES_ON_STAGE.filter((who) => who !== 'outsider'));
  });

  it('shows a mentor the stages that are shared, and no others', async () => {
    await open();
    for (const stage of ['readiness', 'proposal'] as const) await pass(world, caseId, stage);
    await write('business-case', 'oystercatcher');
    expect(await finders('oystercatcher')).toEqual(FINDS.draftNotShared);
  });

  it('follows what is changed, taken back, withdrawn and ended', async () => {
    await open();
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    await write('proposal', 'kittiwake');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    expect((await find('sponsor', 'kittiwake')).hits).toMatchObject([{ to: `/cases/${caseId}/stages/proposal/versions/1`, kind: 'Answer' }]);
    value(await takeBackStage(world.people.lead, caseId, 'proposal'));
    expect((await find('sponsor', 'kittiwake')).hits).toEqual([]);
    expect((await find('member', 'kittiwake')).hits).toMatchObject([{ to: `/cases/${caseId}/stages/proposal/proposal-all#small.proposal` }]);
    const documentId = await attach('puffin', 'reviewers');
    expect((await find('finance', 'puffin')).hits).toMatchObject([{ to: `/cases/${caseId}/documents/${documentId}` }]);
    value(await withdrawDocument(world.people.lead, caseId, documentId));
    expect((await find('finance', 'puffin')).hits).toEqual([]);
    const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.person_id === world.people.member.id)!;
    const members = async () => (await find('lead', 'team member', 'person')).hits.map((hit) => hit.title.map((piece) => piece.text).join(''));
    expect(await members()).toEqual(['Member Person']);
    value(await endPart(world.people.lead, caseId, part.id));
    expect((await find('member', 'kittiwake')).hits).toEqual([]);
    expect(await members()).toEqual([]);
  });

  it('finds words by their beginning and other endings, all of them together, and says where', async () => {
    await open();
    await pass(world, caseId, 'readiness');
    await write('proposal', 'We are measuring how quickly people who fall at home are visited, and O’Neill’s café has agreed');
    for (const typed of ['measur', 'measured people', 'visit', "o'neill", 'cafe', '  QUICKLY;;; home ']) expect((await find('lead', typed, 'answer')).hits, typed).toHaveLength(1);
    expect((await find('lead', 'quickly hospital', 'answer')).hits).toEqual([]);
    const [hit] = (await find('lead', 'visited', 'answer')).hits;
    expect(hit).toMatchObject({ title: [{ text: 'What is it?', hit: false }], where: expect.stringMatching(/^.+, Riverside therapies \(SW-/) });
    expect(hit!.context.filter((piece) => piece.hit)).toEqual([{ text: 'visited', hit: true }]);
  });

  it('reads nothing typed as an operator', async () => {
    await open();
    await pass(world, caseId, 'readiness');
    await write('proposal', 'plain words');
    for (const typed of ['"', "'", 'NEAR(plain words)', 'title:plain', 'plain AND NOT words', '*', '%', ':*', "');--", '\\', '(', '!', 'plain | words', '\u0000', '\ud800', '!!! ???', 'x'.repeat(5000)]) {
      expect((await find('lead', typed)).hits.every((hit) => hit.to.includes(caseId) || hit.kind === 'Guidance'), typed).toBe(true);
    }
  });

  it('finds guidance too, and pages through many hits', async () => {
    await open();
    expect((await find('outsider', 'TUPE')).hits.map((hit) => hit.kind)).toContain('Guidance');
    expect((await find('outsider', 'TUPE', 'guidance')).hits.length).toBeGreaterThan(1);
    for (let n = 0; n < 30; n++) await attach(`Minutes number ${n}`, 'team');
    const [first, second] = [await find('lead', 'minutes', 'document'), await find('lead', 'minutes', 'document', 2)];
    expect([first.hits.length, first.more, second.hits.length, second.more]).toEqual([20, true, 10, false]);
    expect(new Set([...first.hits, ...second.hits].map((hit) => hit.to)).size).toBe(30);
  });

  it('has nothing left to put into words after a search', async () => {
    await open();
    await find('lead', 'anything');
    expect(await database().reader.selectFrom('search_stale').selectAll().execute()).toEqual([]);
  });
});
