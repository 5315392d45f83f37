import { readFileSync, writeFileSync } from 'node:fs';
import { describe, machines, statesOf, transitionsOf, type MachineId } from './decide.ts';

const START = '<!-- diagrams: drawn by npm run diagrams -->';
const END = '<!-- end of diagrams -->';
const README = new URL('./README.md', import.meta.url);

const words = (name: string) => name.replace(/([A-Z])/g, ' $1').toLowerCase();

/** One machine as a Mermaid state diagram; guards stand in brackets under the event. */
export function diagramOf(id: MachineId): string {
  const { machine } = machines[id];
  const states = statesOf(id);
  const moves = states.flatMap((state) => transitionsOf(id, state).map((move) => ({ from: state, ...move })));
  return [
    `### The ${id} machine`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${String(machine.config.initial)}`,
    ...states.map((state) => `  ${state}: ${describe(id, state).title}`),
    ...moves.map((m) => `  ${m.from} --> ${m.target}: ${words(m.event)}`),
    '```',
    '',
    '| From | Event | To | Allowed when |',
    '| --- | --- | --- | --- |',
    ...moves.map((m) => `| ${m.from} | ${words(m.event)} | ${m.target} | ${m.guards.map(words).join(', ') || 'always'} |`),
  ].join('\n');
}

/** The drawn part of the README, as it should be now. */
export const drawn = (): string => [START, ...(['case', 'stage', 'condition', 'benefit', 'mentoring'] as const).map(diagramOf), END].join('\n\n');

/** The README with its drawn part replaced. Throws when the marks are missing. */
export function redraw(readme: string): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('workflows/README.md has lost the marks between which the diagrams stand');
  return before + drawn() + after;
}

if (import.meta.filename === process.argv[1]) writeFileSync(README, redraw(readFileSync(README, 'utf8')));
