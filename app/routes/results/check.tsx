import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { checkResult } from '#app/domain/results/check-result.server.ts';
import { oneResultPage, type OneResultPage } from '#app/domain/results/one-result-page.server.ts';
import { checkSchema } from '#app/domain/results/results.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { DocumentChoices } from './result-fields.tsx';
import { Documents, Said, Standing } from './result-list.tsx';
import classes from './results.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await oneResultPage(reader(), file, asked.params.benefit!, asked.params.reading!)) ?? notFound();
  return { page, ask: new URL(asked.request.url).searchParams.get('ask') ?? '' };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, checkSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const said = await checkResult(actor, params.case!, params.benefit!, params.reading!, read.value);
  return said.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/results?done=${read.value.kind}`) : refusal(said, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `One result - ${data.page.benefit.title}`, data?.page.case.title);

export default function Check() {
  const { page, ask } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { result } = page;
  const results = `/cases/${page.case.id}/benefits/${page.benefit.id}/results`;
  return (
    <Page title={result.value} caption={`${page.benefit.title}, ${result.period}`} back={{ to: results, label: 'Results' }} errors={again?.errors ?? []} lead={<Standing result={result} />}>
      <SummaryList
        rows={[
          { key: 'Behind it', value: result.behind }, { key: 'Data quality', value: result.quality }, { key: 'Recorded by', value: result.recorded },
          { key: 'Note', ...(result.note && { value: result.note }) },
          { key: 'Documents', value: result.documents.length + result.unseen ? <div className={classes.lines}><Documents result={result} caseId={page.case.id} /></div> : 'None yet' },
        ]}
      />
      {result.history.length ? <section><h2>What was said of it</h2><div className={classes.lines}><Said result={result} /></div></section> : null}
      {page.may.length ? <Say page={page} ask={ask} again={again} /> : null}
      {result.mayCorrect ? <p>{'If the figure is wrong, '}<Link to={`${results}/${result.id}/correction`}>correct it</Link>. The old one stays on the record.</p> : null}
    </Page>
  );
}

const CHOICES = [
  { value: 'confirmed', label: 'Confirm it', hint: 'You have seen the figure and have no reason to doubt it' },
  { value: 'queried', label: 'Query it', hint: 'Say in your words what is not clear' },
  { value: 'sourceAsked', label: 'Ask to see the source', hint: 'The recorder shows the report or extract the figure comes from' },
];

function Say({ page, ask, again }: { page: OneResultPage; ask: string; again: Again | undefined }) {
  const answers = page.may.includes('answered');
  const was = again?.values ?? { kind: ask };
  return (
    <section>
      <h2>{answers ? 'Your answer' : 'Your check'}</h2>
      <Form method="post" noValidate className="flow">
        {answers ? <input type="hidden" name="kind" value="answered" /> : (
          <Question id="kind" as="fieldset" size="s" title="What do you want to say of this result?" {...errorAt(again?.errors, 'kind')}>
            <ChoiceField name="kind" choices={CHOICES.filter(({ value }) => page.may.some((kind) => kind === value))} defaultValue={was.kind ?? ''} />
          </Question>
        )}
        <Question id="note" as="field" size="s" title="In your words" {...(!answers && { hint: 'Needed for a query' })} {...errorAt(again?.errors, 'note')}><LongTextField name="note" rows={4} defaultValue={was.note ?? ''} /></Question>
        {answers ? <DocumentChoices page={page} was={was} errors={again?.errors} /> : null}
        <Buttons><PrimaryButton>{answers ? 'Send the answer' : 'Record this'}</PrimaryButton></Buttons>
      </Form>
    </section>
  );
}
