import { describe, expect, it } from 'vitest';
import { boardFacts, boardRefusals, type BoardAct, type BoardActFacts, type BoardView } from '#workflows/boards.ts';
import { pathways } from '#workflows/index.ts';
import { assuranceOf } from '#workflows/second-line.ts';

const members = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, shutOut: id === 'e' }));
const said = (...views: BoardView[]) => views.map((view, i) => ({ by: 'abcde'[i]!, view }));
const inNumbers = (...views: BoardView[]) => {
  const { given, unable, majority } = boardFacts({ quorum: 3, required: false }, members, said(...views));
  return [given, unable, majority];
};

describe('a board in numbers', () => {
  it.each<[BoardView[], number, number, string | null]>([
    [[], 0, 1, null],
    [['support', 'support', 'notSupport'], 3, 1, 'support'],
    [['support', 'supportWithConditions', 'notSupport'], 3, 1, 'support'],
    [['support', 'supportWithConditions', 'supportWithConditions'], 3, 1, 'supportWithConditions'],
    [['support', 'notSupport'], 2, 1, null],
    [['notSupport', 'cannotTakePart', 'notSupport'], 2, 2, 'notSupport'],
    [['support', 'support', 'support', 'support', 'notSupport'], 4, 1, 'support'], // the fifth is shut out: their view does not count
  ])('%j', (views, given, unable, majority) => {
    expect(inNumbers(...views)).toEqual([given, unable, majority]);
  });
});

const facts: BoardActFacts = { noun: 'proposal', withApprover: true, convened: true, isStale: false, exclusion: null, interestSaid: true, able: 4, least: 1, views: 0, gaveView: false };
const convene: BoardAct = { type: 'convene', quorum: 3 };
const give = (view: BoardView, words = '', action: 'noted' | null = null): BoardAct => ({ type: 'give', view, words, action });
describe('the rules of a board', () => {
  it.each<[string, Partial<BoardActFacts>, BoardAct, RegExp | null]>([
    ['may be convened', { convened: false }, convene, null],
    ['once for a version', {}, convene, /convened for this version already/],
    ['never by who is shut out', { convened: false, exclusion: 'You cannot decide: you were in this team' }, convene, /in this team/],
    ['never before they say whether they have an interest', { convened: false, interestSaid: false }, convene, /Say first/],
    ['never on an old version', { convened: false, isStale: true }, convene, /newer version/],
    ['only while it waits for its approver', { convened: false, withApprover: false }, convene, /not with its approver/],
    ['with members enough for its quorum', { convened: false, able: 2 }, convene, /3 views need 3 members who can take part, and 2 have joined/],
    ['with the views the pathway asks for', { convened: false, least: 4 }, convene, /at least 4 views/],
    ['a member may support', {}, give('support'), null],
    ['only a board that is convened', { convened: false }, give('support'), /No board is convened/],
    ['once', { gaveView: true }, give('support'), /stays as it is/],
    ['with reasons where it is not plain support', {}, give('notSupport'), /Enter your reasons/],
    ['never when shut out', { exclusion: 'You cannot decide: you were in this team' }, give('support'), /You cannot give a view: you were in this team/],
    ['but they may say that they cannot take part', { exclusion: 'You cannot decide: you were in this team', interestSaid: false }, give('cannotTakePart', 'My sister', 'noted'), null],
    ['with the interest', {}, give('cannotTakePart', '', 'noted'), /what the interest is/],
    ['and what they do about it', {}, give('cannotTakePart', 'My sister'), /what you do about it/],
    ['never before they say whether they have an interest', { interestSaid: false }, give('support'), /Say first/],
    ['dissolved with a reason', {}, { type: 'dissolve', reason: '' }, /Enter the reason/],
    ['while no view is in', { views: 1 }, { type: 'dissolve', reason: 'Wrong day' }, /A view is in/],
    ['dissolved', {}, { type: 'dissolve', reason: 'Wrong day' }, null],
  ])('%s', (_, some, act, refusal) => {
    const reasons = boardRefusals({ ...facts, ...some }, act);
    if (refusal === null) expect(reasons).toEqual([]);
    else expect(reasons).toEqual([expect.stringMatching(refusal)]);
  });
});

describe('the second line by value', () => {
  const contract = pathways['public-service-mutual'].stages.find((s) => s.stage.key === 'contract')!.signOff;
  it.each([['at', 1_000_000_000, true], ['under', 999_999_999, false], ['over', 1_000_000_001, true], ['unknown', undefined, true]] as const)('%s it', (_, pence, needed) => {
    expect(assuranceOf(contract, pence).needed).toBe(needed);
  });
  it('says why', () => {
    expect(assuranceOf(contract, 2_000_000_000).why).toBe('it is worth £10,000,000 a year or more');
    expect(assuranceOf(contract, undefined).why).toBe('the yearly value is not known');
  });
  it('leaves those that always assure, and those that are not asked, as they were', () => {
    expect(assuranceOf({ secondLine: 'assures' }, 1)).toEqual({ needed: true, why: '' });
    expect(assuranceOf({ secondLine: 'none', assuresFrom: contract.assuresFrom }, 2_000_000_000).needed).toBe(false);
    expect(assuranceOf({ secondLine: 'told' }, 2_000_000_000).needed).toBe(false);
  });
  it('is the same default in every pathway, and marked as assumed', () => {
    for (const { stages } of Object.values(pathways)) expect(stages.flatMap(({ stage, signOff }) => (signOff.assuresFrom ? [[stage.key, signOff.assuresFrom]] : []))).toEqual([['contract', { pence: 1_000_000_000, source: { title: 'Slipway default', assumed: true } }]]);
  });
});
