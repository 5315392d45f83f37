import { SubNav } from '#app/ui/sub-nav.tsx';

const PARTS = [
  ['overview', 'Overview', ''],
  ['cases', 'Cases', '/cases'],
  ['benefits', 'Benefits', '/benefits'],
  ['objectives', 'Objectives', '/objectives'],
  ['figures', 'Figures', '/figures'],
  ['evaluation', 'Evaluation', '/evaluation'],
] as const;

/** The parts of the programme, the same on each of its pages. */
export const ProgrammeNav = ({ current }: { current: (typeof PARTS)[number][0] }) => (
  <SubNav label="The programme" items={PARTS.map(([key, label, path]) => ({ to: `/programme${path}`, label, current: key === current }))} />
);
