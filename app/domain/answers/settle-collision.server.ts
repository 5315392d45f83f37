import { toJson } from '#db/codec.ts';
import { openCollisions, settleCollision } from '#db/tables/answer-versions.server.ts';
import { answerOf, putAnswer } from '#db/tables/answers.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { placeOf } from '#workflows/form.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { stageInFile } from '../cases/case-file.server.ts';
import { mayEdit } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { isText } from './text-questions.ts';

/** Keep the answer as it stands, the version that collided with it, or words that combine the two (texts only). */
export type Choice = { keep: 'current' } | { keep: 'other' } | { keep: 'combined'; text: string };

/**
 * Settles one collision. Whatever is chosen, both wordings stay in the history. `saw`: the revision of the answer that whoever
 * chooses looked at; when it has changed since, nothing is done and they look again.
 */
export async function chooseVersion(actor: Actor, caseId: string, versionId: string, choice: Choice, saw: number): Promise<Done<{ question: string }> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'member', 'adviser'], async (tx, file, at) => {
    const other = (await openCollisions(tx, caseId)).find((v) => v.id === versionId);
    const place = other && placeOf(file.pathway, other.question);
    const stage = place && stageInFile(file, place.stage.key);
    if (!other || !place || !stage) return absent();
    if (!mayEdit(file.roles, file.standings, stage.key)) return refused(403, 'Only the team can choose which version to keep');
    if (!hasTag('stage', stage.row.state, 'editable')) return refused(422, 'This stage is not with the team now, so its answers cannot be changed');
    if (choice.keep === 'combined' && !isText(place.question)) return refused(422, 'Choose one of the two: only texts can be combined');
    if (choice.keep === 'combined' && choice.text.trim() === '') return refused(422, { field: 'text', message: 'Enter the words to keep' });
    if (choice.keep !== 'current') {
      const current = await answerOf(tx, caseId, other.question);
      const base = current?.revision ?? 0;
      if (base !== saw) return refused(409, 'This answer changed again while you were choosing. Look at both as they are now, then choose');
      const chosen = choice.keep === 'other' ? other : { ...other, state: 'answered' as const, value_json: toJson(choice.text.trim()), raw_json: null, known_by_on: null, reason: null };
      const { state, value_json, raw_json, known_by_on, reason, question } = chosen;
      const kept = await putAnswer(tx, { case_id: caseId, question, state, value_json, raw_json, known_by_on, reason, by: actor.id, at }, base);
      if (!kept) return changedMeanwhile();
    }
    if (!(await settleCollision(tx, versionId, actor.id, at))) return changedMeanwhile();
    return done({ question: other.question }, { kind: 'answers.settle', caseId, subject: { question: other.question, version: versionId, keep: choice.keep }, sentence: `chose which version of an answer in ${place.section.title} to keep` });
  });
}
