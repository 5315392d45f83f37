import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { publishedStatements } from '#app/domain/statements/statement-pages.server.ts';
import { counted } from '#app/lib/money.ts';
import { Page } from '#app/ui/page.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Public statements - Slipway' }];

export const loader = () => publishedStatements(reader());

const SHOWN_AS = { real: '', illustrative: ' Told from published sources.', example: ' An invented example.' };

export default function Statements() {
  const statements = useLoaderData<typeof loader>();
  return (
    <Page title="Public statements" lead={<p>What enterprises promised when they left the NHS, what was put in their contracts, and what came of it. Each is published by the enterprise itself; the verdicts are given by people who neither recorded the results nor own the promises.</p>}>
      {statements.length ? (
        <ul>
          {statements.map(({ address, title, commissioner, on, promises, shownAs }) => (
            <li key={address}><Link to={`/statements/${address}`}>{title}</Link>{`. ${counted(promises, 'promise')}${commissioner ? `, for ${commissioner}` : ''}. Published on ${on}.${SHOWN_AS[shownAs]}`}</li>
          ))}
        </ul>
      ) : <p>No enterprise has published a statement yet.</p>}
    </Page>
  );
}
