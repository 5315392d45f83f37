import { afterEach, expect, it } from 'vitest';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import type { Level } from '#app/domain/cases/cases.policy.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { setAccess } from '#app/domain/cases/set-access.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { takeSuggestion } from '#app/domain/comments/suggestions.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { navigationFor } from '#app/domain/people/navigation.server.ts';
import { peoplePage } from '#app/domain/people/people-page.server.ts';
import { assignSection } from '#app/domain/sections/assign-section.server.ts';
import { assignmentsPage } from '#app/domain/sections/assignments-page.server.ts';
import { sectionPage } from '#app/domain/answers/section-page.server.ts';
import { stagePage } from '#app/domain/stages/stage-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, value } from '#tests/setup/walk.ts';

const ON = { stage: 'proposal', section: 'proposal-all' };

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => { setClock(undefined); await world?.close(); });
  async function opened() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
  }
  const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const give = (who: OnStage, to: OnStage | null, dueOn: string | null = null) => assignSection(world.people[who], caseId, ON, { personId: to && world.people[to].id, dueOn });
  const write = (who: OnStage) => saveSection(world.people[who], caseId, ON, [['small.proposal.revision', '0'], ['small.proposal', 'Three towns']], 'unsaid');
  const comment = (who: OnStage) => addComment(world.people[who], caseId, { stage: 'proposal', question: 'small.proposal', kind: 'suggestion', text: 'So?', proposed: 'Four towns' });

  it('gives a section to somebody of the team: on the stage, on their first page and in the header, until it is completed', async () => {
    await opened();
    const { member } = world.people;
    expect(await give('sponsor', 'member')).toMatchObject({ ok: false, status: 403 });
    expect(await give('member', 'lead')).toMatchObject({ ok: false, status: 403 });
    expect(await give('lead', 'mentor')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'person' }] });
    expect(await give('lead', 'member', '2020-01-01')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'dueOn' }] });
    value(await give('lead', 'member', '2031-05-22'));
    expect((await stagePage(reader(), await file('lead'), 'proposal'))!.groups![0]!.rows[0]).toMatchObject({ given: 'Member Person, by 22 May 2031' });
    expect((await assignmentsPage(reader(), await file('mentor'), 'proposal'))!.sections).toMatchObject([{ person: 'Member Person', dueOn: '2031-05-22', late: false, mayChange: false }]);
    const mine = async () => (await homePage(reader(), member)).tasks.filter((task) => task.title === 'Write the section "Everything"');
    expect(await mine()).toMatchObject([{ dueOn: '2031-05-22', late: false, to: `/cases/${caseId}/stages/proposal/proposal-all` }]);
    expect((await navigationFor(member)).turns).toBe((await homePage(reader(), member)).tasks.length);
    setClock(() => new Date('2031-06-01T12:00:00Z'));
    expect(await mine()).toMatchObject([{ late: true }]);
    setClock(undefined);
    await completeStage(world, caseId, 'proposal');
    expect(await mine()).toEqual([]);
  });

  it('lets a member take a free section or give up their own, and takes none from somebody else', async () => {
    await opened();
    value(await give('member', 'member'));
    value(await give('member', null));
    value(await give('lead', 'lead'));
    expect(await give('member', 'member')).toMatchObject({ ok: false, status: 403 });
    expect(await assignmentsPage(reader(), await file('sponsor'), 'proposal')).toBeUndefined();
  });

  it('limits somebody of the team in one stage to comments, or to reading, in every command', async () => {
    await opened();
    const { lead, member } = world.people;
    const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.person_id === member.id)!.id;
    const limit = async (level: Level, by: OnStage = 'lead') => setAccess(world.people[by], caseId, part, { proposal: level });
    expect(await limit('view', 'member')).toMatchObject({ ok: false, status: 403 });
    value(await limit('comment'));
    expect(await write('member')).toMatchObject({ ok: false, status: 403 });
    const { commentId } = value(await comment('member'));
    expect(await takeSuggestion(member, caseId, commentId, 0)).toMatchObject({ ok: false, status: 403 });
    expect(await give('lead', 'member')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'person' }] });
    expect((await sectionPage(reader(), await file('member'), 'proposal', 'proposal-all'))!).toMatchObject({ editable: false, locked: expect.stringContaining('team lead can change that') as string });
    const document = (stage: string) => addDocument(member, caseId, { stage, kind: 'other', title: 'Notes', fileName: 'notes.pdf', mediaType: 'application/pdf', seenBy: 'team', personalData: false, stored: { sha256: 'a'.repeat(64), bytes: 3 } });
    expect(await document('proposal')).toMatchObject({ ok: false, status: 403 });
    value(await document('governance'));
    value(await limit('view'));
    expect(await comment('member')).toMatchObject({ ok: false, status: 403 });
    expect((await peoplePage(reader(), await file('lead'))).groups[0]!.parts.map((p) => p.access)).toContain('Reads only: Proposal');
    value(await limit('edit'));
    expect(await write('member')).toMatchObject({ ok: true });
    expect(await setAccess(lead, caseId, (await membershipsOfCase(reader(), caseId)).find((m) => m.role === 'mentor')!.id, { proposal: 'view' })).toMatchObject({ ok: false, status: 404 });
  });
});
