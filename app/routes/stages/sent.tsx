import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { maySeeDraft } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { sentPage, type SentPage } from '#app/domain/stages/sent-page.server.ts';
import { day, moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';
import { caseAsked } from './door.server.ts';
import { titled } from './titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await sentPage(reader(), file, asked.params.stage!)) ?? notFound();
  if (!maySeeDraft(file.roles, file.standings, page.stage.key)) notFound();
  return { page, opened: new URL(asked.request.url).searchParams.has('opened') };
}

const heading = ({ stage, version }: SentPage) => `${stage.title} ${version ? 'sent' : 'finished'}`;
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && heading(data.page), data?.page.case.title);

export default function Sent() {
  const { page, opened } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page
      title={heading(page)} back={{ to: path, label: page.stage.title }} tag={<StatusTag tone={page.state.tone}>{page.state.title}</StatusTag>}
      {...(opened && { banner: <Banner kind="important" title="It has been opened, so it can no longer be taken back. Ask the approver to request changes" /> })}
    >
      <Panel title={page.version ? `Version ${page.version.number} is sent` : `The ${page.stage.noun} is finished`}>
        <p>{page.version ? `${page.case.reference}. ${moment(page.version.sentAt)}, by ${page.version.sentBy}` : page.case.reference}</p>
      </Panel>
      <h2>What happens next</h2>
      {page.turn ? <TurnLine turn={page.turn} {...(page.turn.whose === 'you' && page.turn.action && { action: page.turn.action })} /> : null}
      <Next page={page} />
      {page.mayTakeBack ? (
        <Form method="post" action={`${path}/taking-back`}>
          <p>{`Take it back while nobody has opened it. ${page.approvers} will be told.`}</p>
          <SecondaryButton>Take it back</SecondaryButton>
        </Form>
      ) : null}
      <h2>Keep a copy</h2>
      {page.version ? <p><Link to={`${path}/versions/${page.version.number}`}>{`See and print version ${page.version.number} as it was sent`}</Link></p> : <p><Link to={`${path}/print`}>Print your answers</Link></p>}
      <p><Link to={`/cases/${page.case.id}`}>{`Back to ${page.case.title}`}</Link></p>
    </Page>
  );
}

function Next({ page }: { page: SentPage }) {
  if (page.waiting) {
    return <p>{`${page.approvers} will decide${page.dueOn ? ` by ${day(page.dueOn)}` : ''}. We will email you then. You do not need to do anything now.`}</p>;
  }
  if (page.opened.length === 0) return <p>{`It is "${page.state.title.toLowerCase()}" now.`}</p>;
  return (
    <>
      <p>{page.version ? `It is "${page.state.title.toLowerCase()}" now. These stages are open to you:` : 'These stages are open to you:'}</p>
      <ul>{page.opened.map((s) => <li key={s.key}><Link to={`/cases/${page.case.id}/stages/${s.key}`}>{s.title}</Link></li>)}</ul>
    </>
  );
}
