import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { mayLead } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { previewStatement, statementDesk, type StatementDesk, type StatementView as View } from '#app/domain/statements/statement-pages.server.ts';
import { statementSchema, type StatementForm as Chosen } from '#app/domain/statements/statements.schema.ts';
import { chosen, parseForm } from '#app/lib/forms.ts';
import { forbidden, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { StatementForm } from './statement-form.tsx';
import { StatementView } from './statement-view.tsx';
import classes from './statements.module.css';

export const handle = { script: false };

async function ownersCase(asked: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const { file } = await caseAsked(asked);
  if (!mayLead(file.roles)) forbidden('Only the team lead can prepare the public statement.');
  if (file.case.live_on === null) forbidden('The public statement can be prepared once the service is live.');
  return file;
}

export async function loader(asked: LoaderFunctionArgs) {
  return statementDesk(reader(), await ownersCase(asked));
}

/** Shows how it would read. Nothing is published. */
export async function action(asked: ActionFunctionArgs) {
  const file = await ownersCase(asked);
  const read = parseForm(await asked.request.formData(), statementSchema);
  if (!read.ok) return refused(read.errors, read.values);
  return data({ preview: await previewStatement(reader(), file, read.value), chosen: read.value });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && 'Public statement', page?.case.title);

export default function Statement() {
  const desk = useLoaderData<typeof loader>();
  const answer = useActionData<Again | { preview: View & { sha256: string }; chosen: Chosen }>();
  const path = `/cases/${desk.case.id}`;
  if (answer && 'preview' in answer) return <Preview desk={desk} preview={answer.preview} chosen={answer.chosen} />;
  return (
    <Page
      title="Public statement" caption={desk.case.title} back={{ to: `${path}/verdicts`, label: 'Verdicts' }} errors={answer?.errors ?? []}
      lead={<p>Anybody can read it, without signing in. You choose one paragraph and which stories to show. Every promise, result and verdict is in it, the missed and the dropped ones too.</p>}
    >
      <StatementForm desk={desk} words={answer?.values.words ?? desk.last.words} chosen={answer ? chosen(answer.values, 'stories') : desk.last.stories} errors={answer?.errors ?? []} />
      {desk.published.length ? <Versions desk={desk} /> : null}
    </Page>
  );
}

const Versions = ({ desk }: { desk: StatementDesk }) => (
  <section>
    <h2>Published so far</h2>
    <ul>{desk.published.map(({ number, on, withdrawn }) => <li key={number}><Link to={`/statements/${desk.address}/${number}`}>{`Version ${number}`}</Link>{`, ${on}${withdrawn ? ', withdrawn' : ''}`}</li>)}</ul>
    {desk.stands ? <p><Link to={`/cases/${desk.case.id}/statement/withdrawal`}>Withdraw the statement</Link></p> : null}
  </section>
);

const Preview = ({ desk, preview, chosen: { words, stories } }: { desk: StatementDesk; preview: View & { sha256: string }; chosen: Chosen }) => (
  <Page title="Preview of the public statement" caption={desk.case.title} back={{ to: `/cases/${desk.case.id}/statement`, label: 'Public statement' }} lead={<p>{`This is how version ${preview.body.number} would read. It is not published yet.`}</p>}>
    <div className={classes.preview}><StatementView {...preview} /></div>
    <Form method="post" action={`/cases/${desk.case.id}/statement/publication`}>
      {Object.entries({ key: desk.key, saw: preview.sha256, words }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {stories.map((id) => <input key={id} type="hidden" name="stories" value={id} />)}
      <Buttons><PrimaryButton>Publish it</PrimaryButton></Buttons>
    </Form>
    <section>
      <h2>Or change it first</h2>
      <StatementForm desk={desk} words={words} chosen={stories} errors={[]} again />
    </section>
  </Page>
);
