import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { addObjective } from '#app/domain/programme/objectives.server.ts';
import { objectivesPage, type ObjectiveView } from '#app/domain/programme/objectives-page.server.ts';
import { objectiveSchema } from '#app/domain/programme/programme.schema.ts';
import { counted } from '#app/lib/money.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { atProgramme } from './door.server.ts';
import { ProgrammeNav } from './programme-nav.tsx';
import classes from './programme.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Objectives of the programme - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope } = await atProgramme(args);
  return objectivesPage(reader(), actor, scope);
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await atProgramme(args);
  const form = await args.request.formData();
  const read = parseForm(form, objectiveSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const added = await addObjective(actor, read.value);
  return added.ok ? redirect('/programme/objectives') : refusal(added, typed(form));
}

export default function Objectives() {
  const { objectives, retired, maySet } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page
      title="Objectives" caption="Programme" nav={<ProgrammeNav current="objectives" />} errors={again?.errors ?? []}
      lead={<p>What the programme is for, and how it will be seen. Set them before the first case, so that nobody can fit them to the results.</p>}
    >
      {objectives.length ? <ol className={classes.list}>{objectives.map((one) => <Objective key={one.id} objective={one} maySet={maySet} />)}</ol> : <p>No objectives have been set.</p>}
      {retired.length ? (
        <Details summary={`Objectives that no longer stand (${retired.length})`}>
          <ul>{retired.map((one) => <li key={one.id}>{`${one.number}. ${one.title}. ${one.set} ${one.retired}`}</li>)}</ul>
        </Details>
      ) : null}
      {maySet ? <NewObjective again={again} /> : null}
    </Page>
  );
}

const Objective = ({ objective: { id, number, title, indicator, set, late, cases }, maySet }: { objective: ObjectiveView; maySet: boolean }) => (
  <li>
    <h2>{`${number}. ${title}`}</h2>
    <p>{`Seen by: ${indicator}`}</p>
    <p>{late ? <strong>{set}</strong> : set}</p>
    <p>
      {cases ? <a href={`/programme/cases?objective=${id}`}>{`${counted(cases, 'case')} tagged`}</a> : 'No cases tagged yet'}
      {maySet ? <>{' · '}<Link to={`/programme/objectives/${id}/ending`}>Retire<span className="visually-hidden">{` objective ${number}`}</span></Link></> : null}
    </p>
  </li>
);

function NewObjective({ again }: { again: Again | undefined }) {
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <section>
      <h2>Set an objective</h2>
      <Form method="post" noValidate className="flow">
        <Question {...ask('title')} title="What is the programme for?"><TextField name="title" defaultValue={again?.values.title ?? ''} /></Question>
        <Question {...ask('indicator')} title="How will you see it?" hint="For example, contracts that ask for at least one quality and one value benefit"><TextField name="indicator" defaultValue={again?.values.indicator ?? ''} /></Question>
        <Buttons><PrimaryButton>Set the objective</PrimaryButton></Buttons>
      </Form>
    </section>
  );
}
