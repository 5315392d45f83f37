import { Link } from '@remix-run/react';
import type { FigureView } from '#app/domain/programme/figures-page.server.ts';
import { Details } from '#app/ui/details.tsx';
import { Table } from '#app/ui/table.tsx';

const HEAD = [{ label: 'Figure' }, { label: 'Value' }, { label: 'As at' }, { label: 'What exactly is counted, and where it comes from' }];

/** Dated figures with their definitions, and what stood before. `replace`: with the way to put a newer one. */
export const Figures = ({ figures, replace = false }: { figures: FigureView[]; replace?: boolean }) => (
  <Table
    caption="Figures of the whole programme" captionHidden head={HEAD} compact
    rows={figures.map((figure) => ({
      key: figure.id,
      cells: [
        <span key="title">{figure.title}{replace ? <><br /><Link to={`/programme/figures/${figure.id}/replacement`}>Replace<span className="visually-hidden">{` ${figure.title}`}</span></Link></> : null}</span>,
        figure.value, figure.asAt,
        <div key="words">
          <p>{figure.definition}</p>
          <p className="quiet">{`Source: ${figure.source}`}</p>
          {figure.earlier.length ? <Details summary={`Earlier values (${figure.earlier.length})`}><ul>{figure.earlier.map((old) => <li key={old.id}>{old.words}</li>)}</ul></Details> : null}
        </div>,
      ],
    }))}
  />
);
