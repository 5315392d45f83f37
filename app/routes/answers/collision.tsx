import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { collisionPage, type CollisionPage } from '#app/domain/answers/answer-pages.server.ts';
import { collisionSchema } from '#app/domain/answers/collisions.schema.ts';
import { chooseVersion } from '#app/domain/answers/settle-collision.server.ts';
import { saveTyped } from '#app/domain/answers/save-typed.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { moment } from '#app/lib/dates.ts';
import { textFields } from '#app/lib/form-entries.ts';
import { counted } from '#app/lib/money.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { keepWords } from '#app/ui/collision.tsx';
import { Details } from '#app/ui/details.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import classes from './collision.module.css';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return (await collisionPage(reader(), file, params.version!)) ?? notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, collisionSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await collisionPage(reader(), file, params.version!)) ?? notFound();
  const saw = (await saveTyped(actor, file.case.id, page.question, textFields(form))) ?? read.value.revision ?? page.revision;
  const chosen = await chooseVersion(actor, file.case.id, page.id, read.value.keep === 'combined' ? { keep: 'combined', text: read.value.text } : { keep: read.value.keep }, saw);
  return chosen.ok ? redirect(page.back.to) : refusal(chosen, { text: read.value.text });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Two versions of an answer - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Collision() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="Two versions of an answer" caption={page.title} back={page.back} errors={again?.errors ?? []} wide lead={<p>Two people changed this answer at the same time. Both versions are safe. Whatever you choose, the other stays in the history.</p>}>
      {page.base ? <Details summary="The answer before both changed it"><Prose text={page.base} /></Details> : null}
      <div className={classes.pair}>
        <section>
          <h2>{`The answer now, by ${page.current.mine ? 'you' : page.current.by}`}</h2>
          {page.base ? <Diff before={page.base} after={page.current.text} /> : <Prose text={page.current.text} />}
        </section>
        <section>
          <h2>{`${page.other.mine ? 'You' : page.other.by}, ${moment(page.other.at)}`}</h2>
          <Diff before={page.base || page.current.text} after={page.other.text} />
        </section>
      </div>
      <Form method="post">
        <input type="hidden" name="revision" value={page.revision} />
        <Buttons>
          <SecondaryButton name="keep" value="current">{keepWords(page.current)}</SecondaryButton>
          <SecondaryButton name="keep" value="other">{keepWords(page.other)}</SecondaryButton>
        </Buttons>
      </Form>
      {page.merged ? <Merge page={page} merged={page.merged} again={again} /> : null}
    </Page>
  );
}

/** Both changes in one box, to be read through and kept. */
const Merge = ({ page, merged, again }: { page: CollisionPage; merged: NonNullable<CollisionPage['merged']>; again: Again | undefined }) => (
  <Form method="post" noValidate>
    <input type="hidden" name="keep" value="combined" />
    <input type="hidden" name="revision" value={page.revision} />
    <Question
      id="text" as="field" title="Or merge the two" why={merged.clashes ? `Both changes are in the box. In ${counted(merged.clashes, 'place')} both of you wrote different words, and both stand there one after the other.` : 'Both changes are in the box.'}
      hint="Read it through and change what you like" {...errorAt(again?.errors, 'text')}
    >
      <LongTextField name="text" {...(page.words && { words: page.words })} defaultValue={again?.values.text ?? merged.text} />
    </Question>
    <Buttons><PrimaryButton>Keep these words</PrimaryButton></Buttons>
  </Form>
);
