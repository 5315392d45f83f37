import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { lettersKept } from '#app/domain/outbox/letters-kept.server.ts';
import { env } from '#app/env.server.ts';
import { moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Card } from '#app/ui/card.tsx';
import { Page } from '#app/ui/page.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Outbox - Slipway' }];

export const loader = async () => (env().demo ? { letters: await lettersKept(), origin: env().publicOrigin } : notFound());

export default function Outbox() {
  const { letters, origin } = useLoaderData<typeof loader>();
  return (
    <Page title="Outbox" back={{ to: '/demo', label: 'Who you can sign in as' }}>
      <p>This is a demonstration. Mail that would be sent is kept here, newest first, and never leaves this machine.</p>
      {letters.length === 0 ? <p>No mail yet. Send a stage, ask for changes or invite somebody, and the letters are here.</p> : null}
      {letters.map(({ id, name, address, subject, text, at }) => (
        <Card key={id} title={subject} level={2}>
          <p>To {name}, {address}. Written on {moment(at)}.</p>
          {text.trim().split('\n\n').map((paragraph, i) => <p key={i}>{paragraph.split('\n').map((line, n) => <Fragment key={n}>{n > 0 ? <br /> : null}{linked(line, origin)}</Fragment>)}</p>)}
        </Card>
      ))}
    </Page>
  );
}

/** A line whose last words are an address of ours, as a link to it. */
function linked(line: string, origin: string) {
  const at = line.lastIndexOf(`${origin}/`);
  if (at < 0) return line;
  const path = line.slice(at + origin.length).trim();
  return <>{line.slice(0, at)}<a href={path}>{origin}{path}</a></>;
}
