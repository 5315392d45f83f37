import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { publishStatement, withdrawStatement } from '#app/domain/statements/publish-statement.server.ts';
import { previewStatement } from '#app/domain/statements/statement-pages.server.ts';
import { judgeBenefit } from '#app/domain/verdicts/judge-benefit.server.ts';
import { tellStory } from '#app/domain/verdicts/tell-story.server.ts';
import { judgingPage, type JudgingPage } from '#app/domain/verdicts/verdict-pages.server.ts';
import { liveCase } from './live-case.ts';
import { promised, WAITS } from './measured-case.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

const LIVE = '2025-06-01';

/** A live case with a promise to judge, one that was judged, a story and a published statement; and another whose statement was withdrawn. */
export async function judgedCase(world: SmallWorld): Promise<Record<string, string>> {
  const { lead, sponsor } = world.people;
  const live = await liveCase(world, LIVE);
  const [open, judged] = [await promised(world, live), await promised(world, live, { ...WAITS, title: 'Fewer visits' })];
  const [toJudge, given] = [await desk(world, live, open), await desk(world, live, judged)];
  const { verdictId } = value(await judgeBenefit(sponsor, live, judged, { key: given.key, reviewOn: given.review.on, saw: given.saw, replaces: '', verdict: 'notProven', reasons: '', action: '', actionOwner: '', actionDueOn: null }));
  const { storyId } = value(await tellStory(lead, live, open, { key: 'a-key-of-a-story', kind: 'story', text: 'Seen in a week', heardOn: '2026-01-05', consent: 'unnamed', personName: '' }));
  const address = await publish(world, live);
  const withdrawn = await liveCase(world, LIVE);
  const withdrawnAddress = await publish(world, withdrawn);
  value(await withdrawStatement(lead, withdrawn, 'A figure was wrong'));
  return { live, open, judged, verdict: verdictId, story: storyId, reviewOn: toJudge.review.on, sawResults: toJudge.saw, address, withdrawnAddress, sawStatement: await sawOf(world, live) };
}

const desk = async ({ people }: SmallWorld, caseId: string, benefitId: string) => (await judgingPage(reader(), (await caseForActor(reader(), people.sponsor, caseId))!, benefitId)) as JudgingPage;
const FORM = { words: 'We set out to see people sooner', stories: [] };
const sawOf = async ({ people }: SmallWorld, caseId: string) => (await previewStatement(reader(), (await caseForActor(reader(), people.lead, caseId))!, FORM)).sha256;
const publish = async (world: SmallWorld, caseId: string) => value(await publishStatement(world.people.lead, caseId, { ...FORM, key: `a-key-for-${caseId}`, saw: await sawOf(world, caseId) })).address;
