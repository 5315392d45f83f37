import type { CaseHead } from '#app/domain/cases/case-page.server.ts';
import { SubNav } from './sub-nav.tsx';

const PARTS = [
  ['overview', 'Overview', ''],
  ['stages', 'Stages', '/stages'],
  ['benefits', 'Benefits', '/benefits'],
  ['people', 'People', '/people'],
  ['documents', 'Documents', '/documents'],
  ['comments', 'Comments', '/comments'],
  ['conditions', 'Conditions', '/conditions'],
  ['activity', 'Activity', '/activity'],
] as const;

/** The parts of one case, the same on each of its pages. `current`: where the reader is. */
export const CaseNav = ({ of, current }: { of: CaseHead; current?: (typeof PARTS)[number][0] }) => (
  <SubNav
    label="This case"
    items={PARTS.filter(([key]) => key !== 'benefits' || of.seesBenefits).map(([key, label, path]) => ({ to: `/cases/${of.id}${path}`, label, current: key === current }))}
  />
);
