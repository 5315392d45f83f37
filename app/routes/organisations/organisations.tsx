import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { organisationsPage } from '#app/domain/organisations/organisations-page.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { atOrganisations } from './door.server.ts';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Organisations - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  await atOrganisations(args);
  return organisationsPage(reader());
}

export default function Organisations() {
  const bodies = useLoaderData<typeof loader>();
  return (
    <Page title="Organisations" lead={<p>The bodies that cases belong to. When one takes over from another, its cases follow, and what was decided keeps the old name.</p>} wide>
      {bodies.length ? (
        <Table
          caption="Organisations" captionHidden head={[{ label: 'Name' }, { label: 'Kind' }, { label: 'From' }, { label: 'Until' }, { label: 'Successor' }]}
          rows={bodies.map((b) => ({
            key: b.id,
            cells: [b.name, b.kind, b.from, b.until, b.open ? <Link key="name" to={`/organisations/${b.id}/succession`}>Name a successor<span className="visually-hidden">{` of ${b.name}`}</span></Link> : b.successor],
          }))}
        />
      ) : <p>No organisation is known yet. The first case brings the first.</p>}
    </Page>
  );
}
