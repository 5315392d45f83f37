import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { moveNamed, MOVE_WORDS, OUTCOMES } from '#app/domain/mentoring/mentoring-words.ts';
import { moveSchema } from '#app/domain/mentoring/mentoring.schema.ts';
import { makeMove } from '#app/domain/mentoring/move-mentoring.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { mentoringAsked } from './door.server.ts';

export const handle = { script: false };

async function asked(args: LoaderFunctionArgs) {
  const { actor, page } = await mentoringAsked(args);
  const move = moveNamed(args.params.move) ?? notFound();
  if (page.side === null) forbidden('Only the team lead, the mentor or the support unit can do this.');
  return { actor, page, move };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, move } = await asked(args);
  return { page, move, words: MOVE_WORDS[move], can: page.moves.some((one) => one.move === move) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, move, page } = await asked(args);
  const form = await args.request.formData();
  const read = parseForm(form, moveSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const moved = await makeMove(actor, page.id, move, read.value);
  return moved.ok ? redirect(`/mentoring/${page.id}?done=${move}`) : refusal(moved, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.words.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function Move() {
  const { page, move, words, can } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const back = `/mentoring/${page.id}`;
  return (
    <Page title={words.title} caption={`${page.name} and ${page.case.title}`} back={{ to: back, label: page.side === 'mentor' ? page.case.title : page.name }} errors={again?.errors ?? []}>
      {can ? (
        <Form method="post" noValidate className="flow">
          <p>{words.means}</p>
          {move === 'end' ? <Question id="outcome" as="fieldset" title="How did it end?" {...errorAt(again?.errors, 'outcome')}><ChoiceField name="outcome" choices={OUTCOMES.map(([value, label]) => ({ value, label }))} defaultValue={was.outcome ?? ''} /></Question> : null}
          {words.asks ? <Question id="words" as="field" size="s" title={words.asks} optional {...errorAt(again?.errors, 'words')}><LongTextField name="words" rows={3} defaultValue={was.words ?? ''} /></Question> : null}
          <Buttons><PrimaryButton>{words.title}</PrimaryButton><Link to={back}>Go back</Link></Buttons>
        </Form>
      ) : <p>{`This cannot be done now: ${page.state.description.charAt(0).toLowerCase()}${page.state.description.slice(1)}.`}</p>}
    </Page>
  );
}
