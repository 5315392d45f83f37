import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { versionPage, type VersionPage } from '#app/domain/stages/version-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Columns } from '#app/ui/columns.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Page } from '#app/ui/page.tsx';
import { ComparedAnswer } from '../reviews/compared-answer.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import classes from './version.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  const against = new URL(asked.request.url).searchParams.get('against');
  const number = /^\d{1,4}$/.test(asked.params.number!) ? Number(asked.params.number) : 0;
  const page = (await versionPage(reader(), file, asked.params.stage!, number, against && /^\d{1,4}$/.test(against) ? Number(against) : null)) ?? notFound();
  await noteSharedReading(file, page.stage.key);
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `${data.stage.title}, version ${data.number}`, data?.case.title);

export default function Version() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  const shown = page.against ? page.sections.map((s) => ({ ...s, answers: s.answers.filter((a) => a.difference !== 'same') })).filter((s) => s.answers.length) : page.sections;
  return (
    <Page
      title={`${page.stage.title}, version ${page.number}`} back={{ to: path, label: page.stage.title }} wide
      lead={<><p>{`Sent ${moment(page.sentAt)} by ${page.sentBy}. It is ${page.outcome}.`}</p><Sealed page={page} /></>}
    >
      <Columns aside={<Aside page={page} path={path} />} label="About this version">
        {page.against ? <Against page={page} path={path} /> : null}
        {page.changes.length ? (
          <section>
            <h2>What the team said it changed</h2>
            <ul>{page.changes.map((c) => <li key={c.question + c.asked}><strong>{c.question}</strong>{` Asked: ${c.asked} Changed: ${c.changed}`}</li>)}</ul>
          </section>
        ) : null}
        {shown.map((section) => (
          <section key={section.key}>
            <h2>{section.title}</h2>
            {section.answers.map((answer) => <ComparedAnswer key={answer.key} answer={answer} caseId={page.case.id} comparing={page.against !== null} />)}
          </section>
        ))}
        {page.against ? null : <Attached page={page} />}
        <p className="small quiet">{`${page.case.reference}, ${page.stage.noun} version ${page.number}. SHA-256 `}<span className={classes.hash}>{page.seal.sha256}</span></p>
      </Columns>
    </Page>
  );
}

/** What a fresh look at the stored bytes found. */
function Sealed({ page }: { page: VersionPage }) {
  const wrong = page.seal.files.filter((f) => f.found !== 'whole');
  if (page.unchanged) {
    return <p className={classes.seal} data-whole><Icon name="tick" /><span>{`Checked: unchanged since it was sent${page.seal.files.length ? `, and so ${page.seal.files.length === 1 ? 'is its file' : `are its ${page.seal.files.length} files`}` : ''}.`}</span></p>;
  }
  return (
    <div className={classes.seal}>
      <Icon name="cross" />
      <div>
        <p><strong>Checked: not as it was sent.</strong> Tell the support unit before anyone relies on it.</p>
        <ul>
          {page.seal.bodyUnchanged ? null : <li>The kept answers no longer match their hash.</li>}
          {wrong.map((f) => <li key={f.fileName + f.title}>{`${f.title} (${f.fileName}) ${f.found === 'missing' ? 'is missing' : 'was changed'}.`}</li>)}
        </ul>
      </div>
    </div>
  );
}

function Against({ page, path }: { page: VersionPage; path: string }) {
  const { number, counts } = page.against!;
  return (
    <>
      <p><strong>{`Held against version ${number}: ${counted(counts.changed, 'answer')} changed, ${counts.added} added, ${counts.removed} removed, ${counts.same} the same.`}</strong></p>
      <p><Link to={`${path}/versions/${page.number}`}>{`Show all of version ${page.number}`}</Link></p>
    </>
  );
}

const Aside = ({ page, path }: { page: VersionPage; path: string }) => (
  <>
    <h2>About this version</h2>
    <Facts rows={[{ key: 'Case', value: page.case.title }, { key: 'Reference', value: page.case.reference }, { key: 'Files', value: String(page.documents.length) }, { key: 'Benefits', value: String(page.benefits.length) }]} />
    {page.others.length ? (
      <>
        <h2>Other versions</h2>
        <ul>
          {page.others.map((n) => (
            <li key={n}><Link to={`${path}/versions/${n}`}>{`Version ${n}`}</Link>{n < page.number ? <>{', '}<Link to={`${path}/versions/${page.number}?against=${n}`}>{`what changed since version ${n}`}</Link></> : null}</li>
          ))}
        </ul>
      </>
    ) : null}
  </>
);

const Attached = ({ page }: { page: VersionPage }) => (
  <>
    {page.documents.length ? (
      <section>
        <h2>Documents sent with it</h2>
        <ul>{page.documents.map((d) => <li key={d.id}><Link to={`/cases/${page.case.id}/documents/${d.id}`}>{d.title}</Link>{` (${d.fileName}). ${d.kind}. SHA-256 `}<span className={classes.hash}>{d.sha256}</span></li>)}</ul>
      </section>
    ) : null}
    {page.benefits.length ? <section><h2>Benefits promised in it</h2><ul>{page.benefits.map((b) => <li key={b.id}>{String(b.title)}</li>)}</ul></section> : null}
  </>
);
