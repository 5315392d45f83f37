import { readFileSync } from 'node:fs';
import { getShortestPaths } from 'xstate/graph';
import { describe as group, expect, it } from 'vitest';
import { describe, machines, statesOf, transitionsOf, type MachineId } from '#workflows/decide.ts';
import { redraw } from '#workflows/diagrams.ts';
import { benefitGuards, caseGuards, conditionGuards, mentoringGuards, stageGuards } from '#workflows/guards.ts';
import { released } from '#workflows/versions.ts';

const IDS = ['case', 'stage', 'condition', 'benefit', 'mentoring'] as const satisfies readonly MachineId[];

group.each(IDS)('the %s machine', (id) => {
  const { machine } = machines[id];
  const events = [...new Set(statesOf(id).flatMap((s) => transitionsOf(id, s).map((m) => m.event)))];
  const willing = machine.provide({ guards: { every: () => true } } as never);

  it('reaches every state when every guard says yes in turn', () => {
    const targets = new Set([String(machine.config.initial), ...statesOf(id).flatMap((s) => transitionsOf(id, s).map((m) => m.target))]);
    expect([...targets].sort()).toEqual([...statesOf(id)].sort());
  });

  it('has paths from its first state, walked by the graph tools', () => {
    const paths = getShortestPaths(willing, {
      input: {},
      events: events.map((type) => ({ type })) as never,
      serializeState: (state) => String(state.value),
    });
    expect(paths.length).toBeGreaterThan(statesOf(id).length / 2);
    for (const path of paths) expect(statesOf(id)).toContain(String(path.state.value));
  });

  it('leaves no state without an exit, but for those where a case, a condition or a mentoring has ended for good', () => {
    const stuck = statesOf(id).filter((s) => transitionsOf(id, s).length === 0);
    expect(stuck).toEqual({ case: ['closed', 'woundUp', 'returned', 'merged'], stage: [], condition: ['lapsed'], benefit: [], mentoring: ['ended', 'declined', 'withdrawn', 'lapsed', 'passedOver'] }[id]);
  });

  it('gives every state a title, a description and a tone', () => {
    for (const state of statesOf(id)) {
      const meta = describe(id, state);
      expect(meta.title, state).toMatch(/^[A-Z]/);
      expect(meta.description, state).not.toBe('');
      expect(meta.tone, state).not.toBe('');
    }
  });

  it('names only guards that exist', () => {
    const known = { case: caseGuards, stage: stageGuards, condition: conditionGuards, benefit: benefitGuards, mentoring: mentoringGuards }[id];
    for (const state of statesOf(id)) {
      for (const move of transitionsOf(id, state)) for (const guard of move.guards) expect(known).toHaveProperty(guard);
    }
  });

  it('still knows every state name ever released', () => {
    for (const state of released[id]) expect(() => machine.resolveState({ value: state, context: {} } as never)).not.toThrow();
    expect([...statesOf(id)].sort()).toEqual([...released[id]].sort());
  });

  it('refuses a state name that was never released', () => {
    expect(() => machine.resolveState({ value: 'nowhere', context: {} } as never)).toThrow();
  });
});

it('shows its machines as they are in workflows/README.md (npm run diagrams draws them again)', () => {
  const readme = readFileSync('workflows/README.md', 'utf8');
  expect(redraw(readme)).toBe(readme);
});
