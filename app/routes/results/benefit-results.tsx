import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { resultsPage, type ResultsPage } from '#app/domain/results/results-page.server.ts';
import { resultSchema } from '#app/domain/results/results.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Due } from './due.tsx';
import { DocumentChoices, ResultFields } from './result-fields.tsx';
import { ResultList } from './result-list.tsx';

export const handle = { script: false };

const DONE: Readonly<Record<string, string>> = { added: 'Result added', corrected: 'Result corrected', confirmed: 'Result confirmed', queried: 'Query sent', sourceAsked: 'Source asked for', answered: 'Answer sent' };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await resultsPage(reader(), file, asked.params.benefit!)) ?? notFound();
  const done = new URL(asked.request.url).searchParams.get('done') ?? '';
  return { page, done: Object.hasOwn(DONE, done) ? DONE[done]! : null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, resultSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { documents, ...result } = read.value;
  const added = await addReading(actor, params.case!, params.benefit!, { ...result, wrote: typed(form).value }, documents);
  return added.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/results?done=added`) : refusal(added, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Results - ${data.page.benefit.title}`, data?.page.case.title);

export default function BenefitResults() {
  const { page, done } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const benefit = `/cases/${page.case.id}/benefits/${page.benefit.id}`;
  return (
    <Page
      title="Results" caption={page.benefit.title} back={{ to: benefit, label: page.benefit.title }} errors={again?.errors ?? []} wide
      {...(done && { banner: <Banner kind="success" title={done} /> })}
      lead={<>{page.sentence ? <p>{page.sentence}</p> : null}<Due due={page.due} /></>}
    >
      <ResultList results={page.results} path={`${benefit}/results`} />
      {page.mayRecord ? <NewResult page={page} again={again} /> : null}
    </Page>
  );
}

function NewResult({ page, again }: { page: ResultsPage; again: Again | undefined }) {
  const was = { ...page.form, ...again?.values };
  return (
    <section>
      <h2>Add a result</h2>
      <Form method="post" noValidate className="flow">
        <ResultFields page={page} was={was} errors={again?.errors} />
        <Question id="note" as="field" size="s" title="Note" hint="What happened in the period, such as a move of clinic" optional {...errorAt(again?.errors, 'note')}><TextField name="note" defaultValue={was.note ?? ''} /></Question>
        <DocumentChoices page={page} was={was} errors={again?.errors} />
        <Buttons><PrimaryButton>Add the result</PrimaryButton></Buttons>
      </Form>
    </section>
  );
}
