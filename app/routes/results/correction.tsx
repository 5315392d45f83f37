import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { correctReading } from '#app/domain/benefits/record-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { oneResultPage } from '#app/domain/results/one-result-page.server.ts';
import { correctionSchema } from '#app/domain/results/results.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { DocumentChoices, ResultFields } from './result-fields.tsx';
import { Said, Standing } from './result-list.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await oneResultPage(reader(), file, asked.params.benefit!, asked.params.reading!)) ?? notFound();
  return page.result.mayCorrect ? page : forbidden('Only the team and the person named to record results can correct one.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, correctionSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { documents, ...result } = read.value;
  const corrected = await correctReading(actor, params.case!, params.benefit!, params.reading!, { ...result, wrote: typed(form).value }, documents);
  return corrected.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/results?done=corrected`) : refusal(corrected, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && `Correct a result - ${page.benefit.title}`, page?.case.title);

export default function Correction() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const results = `/cases/${page.case.id}/benefits/${page.benefit.id}/results`;
  const was = { ...page.form, ...(again && { documents: '', ...again.values }) };
  return (
    <Page
      title="Correct a result" caption={page.benefit.title} back={{ to: results, label: 'Results' }} errors={again?.errors ?? []}
      lead={<p>{`${page.result.value}, ${page.result.period}, recorded by ${page.result.recorded}. This stays on the record with your reason. The new figure is to be confirmed again.`}</p>}
    >
      <Standing result={page.result} />
      <Said result={page.result} />
      <Form method="post" noValidate className="flow">
        <ResultFields page={page} was={was} errors={again?.errors} />
        <Question id="note" as="field" size="s" title="Why was the earlier result wrong?" {...errorAt(again?.errors, 'note')}><LongTextField name="note" rows={3} defaultValue={again?.values.note ?? ''} /></Question>
        <DocumentChoices page={page} was={was} errors={again?.errors} />
        <Buttons><PrimaryButton>Correct the result</PrimaryButton><Link to={results}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
