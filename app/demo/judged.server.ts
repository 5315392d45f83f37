import { newId } from '#db/codec.ts';
import { reader } from '../domain/database.server.ts';
import { publishStatement } from '../domain/statements/publish-statement.server.ts';
import { previewStatement } from '../domain/statements/statement-pages.server.ts';
import { judgeBenefit } from '../domain/verdicts/judge-benefit.server.ts';
import { tellStory } from '../domain/verdicts/tell-story.server.ts';
import { deskFor } from '../domain/verdicts/verdict-desk.server.ts';
import type { Scene } from './scene.server.ts';
import { fileOf, formOf, must, onDay } from './story.server.ts';

/** The approver judges every benefit that can be judged on a day, in the word its results point to. */
export async function judgeAll({ caseId, players: { sponsor, lead } }: Scene, on: string): Promise<void> {
  onDay(on);
  for (const row of (await formOf(sponsor, caseId)).benefitRows) {
    const desk = await deskFor(reader(), await fileOf(sponsor, caseId), row);
    if (typeof desk === 'string') continue;
    const missed = desk.proposal.verdict === 'missed';
    must(await judgeBenefit(sponsor, caseId, row.id, {
      key: newId(), reviewOn: desk.review.on, saw: desk.saw, replaces: '', verdict: desk.proposal.verdict, reasons: '',
      action: missed ? 'Find the cause with the commissioner, and write down what will be done' : '', actionOwner: missed ? lead.id : '', actionDueOn: missed ? '2026-06-30' : null,
    }), `judge ${row.title}`);
  }
}

/** What somebody told of a benefit, who lets it be shown without their name. */
export async function hear({ caseId, players: { lead } }: Scene, title: string, heardOn: string, text: string): Promise<string> {
  onDay(heardOn, '14:00');
  const row = (await formOf(lead, caseId)).benefitRows.find((b) => b.title === title)!;
  return must(await tellStory(lead, caseId, row.id, { key: newId(), kind: 'story', text, heardOn, consent: 'unnamed', personName: '' }), `hear of ${title}`).storyId;
}

/** The enterprise says in public what came of its promises. */
export async function publish({ caseId, players: { lead } }: Scene, on: string, words: string, stories: string[]): Promise<void> {
  onDay(on, '15:00');
  const { sha256 } = await previewStatement(reader(), await fileOf(lead, caseId), { words, stories });
  must(await publishStatement(lead, caseId, { key: newId(), saw: sha256, words, stories }), 'publish the statement');
}
