import type { BenefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { Table } from '#app/ui/table.tsx';

const HEAD = [{ label: 'Period to' }, { label: 'Result', numeric: true }, { label: 'People or cases', numeric: true }, { label: 'Data quality' }, { label: 'Recorded by' }, { label: 'Note' }];

/** Measured results, newest first. */
export const Readings = ({ readings }: { readings: BenefitPage['readings'] }) =>
  readings.length === 0 ? <p>No results yet.</p> : (
    <Table
      caption="Results, newest first" captionHidden head={HEAD}
      rows={readings.map((r) => ({ key: r.id, cells: [r.period, r.value, r.of, r.quality, r.by, r.note || 'None'] }))}
    />
  );
