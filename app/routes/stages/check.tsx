import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { mayEdit } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkPage, type CheckPage } from '#app/domain/stages/check-page.server.ts';
import { day } from '#app/lib/dates.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { MailedTo } from '#app/ui/mailed-to.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { caseAsked } from './door.server.ts';
import { answerRows } from './answer-rows.tsx';
import { titled } from './titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await checkPage(reader(), file, asked.params.stage!)) ?? notFound();
  if (!mayEdit(file.roles)) forbidden('Only the team can check and send a stage.');
  if (!page.editable) throw redirect(`/cases/${file.case.id}/stages/${page.stage.key}/sent`);
  return { page };
}

const heading = ({ verb, stage }: Pick<CheckPage, 'verb' | 'stage'>) =>
  verb === 'send' ? `Check your answers before sending the ${stage.noun}` : `Check your answers before finishing the ${stage.noun}`;

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && heading(data.page), data?.page.case.title);

export default function Check() {
  return <CheckAnswers page={useLoaderData<typeof loader>().page} />;
}

/** The page itself, also shown again by the address that sends when it refuses. */
export function CheckAnswers({ page, refused = [] }: { page: CheckPage; refused?: string[] }) {
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  const sending = page.verb === 'send';
  return (
    <Page
      title={heading(page)} back={{ to: path, label: page.stage.title }} errors={refused.map((message) => ({ id: 'act', message }))} wide
      lead={<p>{sending ? `Nothing is sent yet. This will be version ${page.number}.` : 'Nothing is finished yet.'}</p>}
    >
      {page.sections.map((section) => (
        <section key={section.key}>
          <h2>{section.title}</h2>
          <SummaryList rows={answerRows(section, page.case.id, path)} />
        </section>
      ))}
      <Documents page={page} path={path} />
      <Benefits page={page} />
      <Changes page={page} path={path} />
      <Act page={page} path={path} />
    </Page>
  );
}

function Documents({ page, path }: { page: CheckPage; path: string }) {
  if (page.evidence.length === 0) return null;
  return (
    <section>
      <h2>Documents</h2>
      <SummaryList
        rows={page.evidence.map((kind) => {
          const to = `/cases/${page.case.id}/documents?stage=${page.stage.key}&kind=${kind.key}`;
          const short = kind.files.length < kind.minimum;
          return {
            key: kind.title,
            ...(short ? { empty: { to: `/cases/${page.case.id}/documents/new?stage=${page.stage.key}&kind=${kind.key}`, label: `Add ${kind.title.charAt(0).toLowerCase()}${kind.title.slice(1)}` } } : {
              value: kind.files.length ? <ul>{kind.files.map((f) => <li key={f.id}><Link to={`/cases/${page.case.id}/documents/${f.id}`}>{f.title}</Link>{` (${f.fileName})`}</li>)}</ul> : 'Not provided',
              change: { to, hidden: `the documents: ${kind.title}` },
            }),
          };
        })}
      />
      <p className="small"><Link to={path}>See what is still needed</Link></p>
    </section>
  );
}

function Benefits({ page }: { page: CheckPage }) {
  if (page.benefits.length === 0) return null;
  return (
    <section>
      <h2>{page.onlyOutside ? 'Benefits that are not in the contract' : 'Benefits you have promised'}</h2>
      <SummaryList rows={page.benefits.map((b) => ({ key: `${b.number}. ${b.title}`, value: b.settled, change: { to: `/cases/${page.case.id}/benefits/${b.id}`, hidden: `the benefit: ${b.title}` } }))} />
    </section>
  );
}

function Changes({ page, path }: { page: CheckPage; path: string }) {
  if (page.mustChanges.length === 0) return null;
  return (
    <section>
      <h2>What you changed</h2>
      <p>The approver asked for these changes. They see your line beside each answer, so that they need not read everything again.</p>
      <SummaryList
        rows={page.mustChanges.map((c) => ({
          key: c.title,
          value: <><p className="small quiet">{`You were asked: ${c.asked}`}</p><p>{c.changed}</p></>,
          ...(c.changed ? { change: { to: `/cases/${page.case.id}/comments/${c.id}`, hidden: `what you changed: ${c.title}` } } : { empty: { to: `/cases/${page.case.id}/comments/${c.id}`, label: 'Say what you changed' } }),
        }))}
      />
      <p className="small"><Link to={path}>Back to the sections</Link></p>
    </section>
  );
}

function Act({ page, path }: { page: CheckPage; path: string }) {
  const sending = page.verb === 'send';
  const button = sending ? `Send ${page.stage.noun} to ${page.sentTo}` : `Finish the ${page.stage.noun}`;
  return (
    <section id="act" tabIndex={-1}>
      <h2>{sending ? 'What happens when you send it' : 'What happens when you finish it'}</h2>
      {sending ? <WhatHappens page={page} /> : <p>Nobody decides on it. The next stage opens to you. You can open it again later.</p>}
      {page.reasons.length ? (
        <Inset>
          <p>{sending ? 'It cannot be sent yet:' : 'It cannot be finished yet:'}</p>
          <ul>{page.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </Inset>
      ) : null}
      {page.maySend ? (
        <Form method="post" action={`${path}/submission`}>
          <input type="hidden" name="key" value={page.key} />
          <Buttons>
            <PrimaryButton>{button}</PrimaryButton>
            <Link to={path}>Not now</Link>
          </Buttons>
        </Form>
      ) : page.reasons.length === 0 ? <p>Only the team lead can send it. Ask them to press the button on this page.</p> : null}
    </section>
  );
}

const WhatHappens = ({ page }: { page: CheckPage }) => (
  <ul>
    <li>{`${page.approvers} will be asked to decide by ${day(page.dueOn)}`}</li>
    {page.reviewers.map((reviewer) => <li key={reviewer}>{`${reviewer}, before the decision`}</li>)}
    {page.secondLine ? <li>{`${page.secondLine} must assure an approval before it stands`}</li> : null}
    <MailedTo mailed={page.mailed} />
    <li>You cannot change your answers until it comes back to you</li>
    <li>You can take it back until somebody opens it</li>
  </ul>
);
