import { describe, expect, it } from 'vitest';
import { decide } from '#workflows/decide.ts';
import type { MentoringFacts } from '#workflows/facts.ts';
import type { MentoringEvent } from '#workflows/machines/mentoring.ts';

const facts: MentoringFacts = { side: 'team', conflict: null, room: 2, adviser: 'Ann Lee', away: false, otherAsked: false, isLate: false, caseEnded: false, otherSideGoesOn: false };
const mentor = { side: 'mentor' } as const;
type Verb = MentoringEvent['type'];
const event = (type: Verb, more: object = {}) => ({ type, by: 'p1', at: '2026-05-04T09:00:00.000Z', ...more }) as MentoringEvent;

const table: [string, string, Partial<MentoringFacts>, MentoringEvent, string | RegExp][] = [
  ['the first choice is asked', 'suggested', {}, event('ask'), 'requested'],
  ['by the clock too, as next in line', 'suggested', { side: 'clock' }, event('ask'), 'requested'],
  ['never by the adviser', 'suggested', mentor, event('ask'), /Only the team lead or the support unit/],
  ['never in conflict', 'suggested', { conflict: 'their organisation bids, or means to bid, for the same contract' }, event('ask'), 'Ann Lee cannot mentor this case, because their organisation bids, or means to bid, for the same contract'],
  ['nor while they take no requests', 'suggested', { away: true }, event('ask'), /takes no requests for now/],
  ['nor without a place', 'suggested', { room: 0 }, event('ask'), /Ann Lee has no place free now/],
  ['nor while somebody else has the question', 'suggested', { otherAsked: true }, event('ask'), /Somebody else has been asked/],
  ['nor once the case has ended', 'suggested', { caseEnded: true }, event('ask'), /case has ended/],
  ['who is not needed is passed over, with the reason', 'suggested', {}, event('passOver', { reason: 'Another said yes' }), 'passedOver'],
  ['never without', 'suggested', {}, event('passOver'), /Enter the reason/],
  ['who was asked is not passed over', 'requested', {}, event('passOver', { reason: 'x' }), /"sent"/],
  ['the adviser accepts', 'requested', mentor, event('accept'), 'accepted'],
  ['nobody else does', 'requested', {}, event('accept'), /Only the adviser who was asked/],
  ['not after the day to reply by', 'requested', { ...mentor, isLate: true }, event('accept'), /day to reply by has passed/],
  ['not without a place', 'requested', { ...mentor, room: 0 }, event('accept'), /You have no place free/],
  ['not in conflict', 'requested', { ...mentor, conflict: 'they declared an interest in the case' }, event('accept'), /declared an interest/],
  ['or says not this time, and need not say why', 'requested', mentor, event('decline'), 'declined'],
  ['even late', 'requested', { ...mentor, isLate: true }, event('decline'), 'declined'],
  ['a refused request is not accepted afterwards', 'declined', mentor, event('accept'), /"not this time"/],
  ['nor one taken back', 'withdrawn', mentor, event('accept'), /"taken back"/],
  ['the team takes a request back', 'requested', {}, event('withdraw'), 'withdrawn'],
  ['the adviser cannot', 'requested', mentor, event('withdraw'), /Only the team lead/],
  ['it lapses after its day', 'requested', { side: 'clock', isLate: true }, event('lapse'), 'lapsed'],
  ['and not before', 'requested', { side: 'clock' }, event('lapse'), /has not passed yet/],
  ['first meetings begin', 'accepted', mentor, event('begin'), 'trial'],
  ['by either side, and nobody else', 'accepted', { side: 'support' }, event('begin'), /Only the team lead or the mentor/],
  ['one side alone does not go on', 'trial', {}, event('goOn'), 'trial'],
  ['both do', 'trial', { ...mentor, otherSideGoesOn: true }, event('goOn'), 'active'],
  ['not into a conflict', 'trial', { conflict: 'their organisation competes with the team', otherSideGoesOn: true }, event('goOn'), /competes/],
  ['it pauses', 'active', mentor, event('pause'), 'paused'],
  ['and is taken up again', 'paused', {}, event('resume'), 'active'],
  ['not once the case has ended', 'paused', { caseEnded: true }, event('resume'), /case has ended/],
  ['the team ends it', 'trial', {}, event('end', { outcome: 'not-a-fit' }), 'ended'],
  ['so does the mentor', 'accepted', mentor, event('end', { outcome: 'no-time' }), 'ended'],
  ['with an outcome', 'active', {}, event('end', { outcome: '' }), /Select how it ended/],
  ['nobody else does', 'active', { side: null }, event('end', { outcome: 'done' }), /Only the team lead, the mentor or the support unit/],
  ['what has ended stays so', 'ended', {}, event('resume'), /"ended"/],
];

describe('the law of a mentoring', () => {
  it.each(table)('%s', (_, state, some, asked, expected) => {
    const decided = decide('mentoring', state, { ...facts, ...some }, asked);
    if (decided.ok) expect(decided.state).toBe(expected);
    else expect(decided.reasons.join('. ')).toMatch(expected);
  });
});
