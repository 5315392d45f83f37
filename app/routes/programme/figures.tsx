import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { recordFigure } from '#app/domain/programme/figures.server.ts';
import { figuresPage } from '#app/domain/programme/figures-page.server.ts';
import { figureSchema } from '#app/domain/programme/programme.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { atProgramme } from './door.server.ts';
import { FigureFields } from './figure-fields.tsx';
import { Figures } from './figure-list.tsx';
import { ProgrammeNav } from './programme-nav.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Figures of the programme - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await atProgramme(args);
  return figuresPage(reader(), actor);
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await atProgramme(args);
  const form = await args.request.formData();
  const read = parseForm(form, figureSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const recorded = await recordFigure(actor, read.value);
  return recorded.ok ? redirect('/programme/figures') : refusal(recorded, typed(form));
}

export default function ProgrammeFigures() {
  const { figures, maySet } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page
      title="Figures" caption="Programme" nav={<ProgrammeNav current="figures" />} errors={again?.errors ?? []} wide
      lead={<p>Of how many all this is a part: teams that asked, teams that stopped. Each figure has its day, its definition and its source. It is replaced by a newer one, never changed.</p>}
    >
      {figures.length ? <Figures figures={figures} replace={maySet} /> : <p>None recorded yet.</p>}
      {maySet ? (
        <section>
          <h2>Record a figure</h2>
          <Form method="post" noValidate className="flow">
            <Question id="title" as="field" size="s" title="What is the figure?" hint="For example, teams that asked" {...errorAt(again?.errors, 'title')}><TextField name="title" defaultValue={again?.values.title ?? ''} /></Question>
            <FigureFields was={again?.values ?? {}} again={again} />
            <Buttons><PrimaryButton>Record the figure</PrimaryButton></Buttons>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}
