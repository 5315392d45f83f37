import { newId } from '#db/codec.ts';
import { insertStory, storiesOf, withdrawStory } from '#db/tables/benefit-stories.server.ts';
import { benefitCommand } from '../benefits/benefit-command.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayTell, mayWithdrawStory } from './verdicts.policy.ts';
import type { StoryForm } from './verdicts.schema.ts';
import { storyKindInWords } from './verdicts-in-words.ts';

/** Adds a story, survey, audit or observation to a benefit, with what whoever gave it allows. */
export async function tellStory(actor: Actor, caseId: string, benefitId: string, { key, ...form }: StoryForm): Promise<Done<{ storyId: string }> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: TEAM }, async ({ tx, file, row, at }) => {
    if (!mayTell(file.roles, actor.id, row.recorder_id)) return refused(403, 'Only the team and the person named to record results can do this');
    if (row.withdrawn_at) return refused(422, 'This promise was withdrawn, so nothing more is added to it');
    if (form.heardOn! > today()) return refused(422, { field: 'heardOn', message: 'The date must be today or before' });
    const id = newId();
    await insertStory(tx, {
      id, benefit_id: row.id, kind: form.kind, text: form.text, consent: form.consent, person_name: form.consent === 'named' ? form.personName : '', heard_on: form.heardOn!, by: actor.id, at, withdrawn_at: null,
    });
    return done({ storyId: id }, { kind: 'benefit.story', caseId, subject: { benefit: row.id, story: id, state: row.state, treatment: row.treatment }, sentence: `added ${storyKindInWords(form.kind).toLowerCase()} to: ${row.title}` });
  }, { key, payload: { caseId, benefitId, ...form } });
}

/** Whoever gave it no longer lets it be shown outside: it is gone at once from every public statement, published ones too. */
export async function withdrawConsent(actor: Actor, caseId: string, benefitId: string, storyId: string): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: [...TEAM, 'support'] }, async ({ tx, file, row, at }) => {
    const story = (await storiesOf(tx, [row.id])).find(({ id }) => id === storyId);
    if (!story) return absent();
    if (!mayWithdrawStory(file.roles, actor.id, story.by)) return refused(403, 'Only the team, the support unit and whoever added it can do this');
    if (!(await withdrawStory(tx, storyId, at))) return refused(409, 'Consent to show this was withdrawn already');
    return done(null, { kind: 'benefit.withdrawStory', caseId, subject: { benefit: row.id, story: storyId, state: row.state, treatment: row.treatment }, sentence: `recorded that consent was withdrawn to show ${storyKindInWords(story.kind).toLowerCase()} of: ${row.title}` });
  });
}
