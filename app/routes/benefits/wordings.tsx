import type { Wording } from '#app/domain/benefits/benefit-changes.server.ts';
import { Table } from '#app/ui/table.tsx';

/** Both wordings, side by side; one under the other on phones, each with its word. */
export const Wordings = ({ caption, wordings, now }: { caption: string; wordings: Wording[]; now: string }) => (
  <Table
    caption={`${caption}: both wordings`} captionHidden head={[{ label: 'What' }, { label: 'Was' }, { label: now }]}
    rows={wordings.map((wording) => ({ key: wording.key, cells: [wording.key, wording.was, wording.now] }))}
  />
);
