import { describe, expect, it } from 'vitest';
import { pathways } from '#workflows/index.ts';
import { topicsOfSection, whyNoMore, whyNotLesson } from '#workflows/lessons.ts';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { STAGE_WORDS } from '#workflows/stage-words.ts';

const AT = '2026-05-04T09:00:00.000Z';

describe('the law of lessons', () => {
  it.each([
    ['the same day', { at: AT, now: AT, withdrawn: false }, { type: 'change' as const }, null],
    ['the last moment', { at: AT, now: '2026-05-18T09:00:00.000Z', withdrawn: false }, { type: 'change' as const }, null],
    ['a moment later', { at: AT, now: '2026-05-18T09:00:00.001Z', withdrawn: false }, { type: 'change' as const }, /14 days/],
    ['years later', { at: AT, now: '2036-05-04T09:00:00.000Z', withdrawn: false }, { type: 'withdraw' as const, reason: 'Old' }, null],
    ['without a reason', { at: AT, now: AT, withdrawn: false }, { type: 'withdraw' as const, reason: ' ' }, /reason/],
    ['a second time', { at: AT, now: AT, withdrawn: true }, { type: 'withdraw' as const, reason: 'Old' }, /was withdrawn/],
    ['once withdrawn', { at: AT, now: AT, withdrawn: true }, { type: 'change' as const }, /was withdrawn/],
  ])('%s', (_, facts, act, wanted) => {
    const why = whyNotLesson(facts, act);
    if (wanted === null) expect(why).toBeNull();
    else expect(why).toMatch(wanted);
  });

  it('allows three and no more', () => {
    expect([0, 1, 2, 3].map((standing) => whyNoMore(standing) === null)).toEqual([true, true, true, false]);
  });

  it('names sections that are asked, and gives each topic some', () => {
    const asked = new Set(Object.values(pathways).flatMap(({ stages }) => stages.flatMap(({ stage }) => stage.groups.flatMap(({ sections }) => sections.map(({ key }) => key)))));
    const named = [...asked].filter((key) => topicsOfSection(key).length > 0);
    expect(new Set(named.flatMap(topicsOfSection)).size).toBe(MENTOR_TOPICS.filter(({ key }) => key !== 'bid-writing').length);
    expect(named.length).toBeGreaterThan(80);
  });

  it('calls stages as the pathways do', () => {
    for (const { stages } of Object.values(pathways)) expect(STAGE_WORDS.map(({ key, title }) => [key, title])).toEqual(stages.map(({ stage }) => [stage.key, stage.title]));
  });
});
