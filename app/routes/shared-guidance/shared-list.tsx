import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { sharedList } from '#app/domain/guidance/shared-pages.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';

export const handle = { script: false };

const TITLE = 'Answers as guidance';
export const meta: MetaFunction = () => [{ title: `${TITLE} - Slipway` }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => sharedList(reader(), await requireActor(request, context));

export default function SharedList() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page title={TITLE} crumbs={[{ to: '/guidance', label: 'Guidance' }]} wide lead={<p>A mentor’s answer to a team can help others too. It is published in words without names when the mentor and the team lead have both said yes, and taken away when one of them no longer does.</p>}>
      {rows.length === 0 ? <p>None waits for you, and none was proposed from a case you lead or mentor. When a question to a mentor is answered and settled, the mentor or the support unit can propose the answer from its page.</p> : (
        <Table
          caption="Proposed, published and ended, the newest first" captionHidden head={[{ label: 'Answer' }, { label: 'From the case' }, { label: 'Stands' }, { label: 'Proposed' }]}
          rows={rows.map((row) => ({ key: row.id, cells: [<Link key="to" to={`/guidance/shared/${row.id}`}>{row.title}</Link>, row.from, row.state, row.on] }))}
        />
      )}
    </Page>
  );
}
