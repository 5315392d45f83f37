import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { collisionPage } from '#app/domain/answers/answer-pages.server.ts';
import { collisionSchema } from '#app/domain/answers/collisions.schema.ts';
import { chooseVersion } from '#app/domain/answers/settle-collision.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { moment } from '#app/lib/dates.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return (await collisionPage(reader(), file, params.version!)) ?? notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), collisionSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await collisionPage(reader(), file, params.version!)) ?? notFound();
  const chosen = await chooseVersion(actor, file.case.id, page.id, read.value.keep === 'combined' ? { keep: 'combined', text: read.value.text } : { keep: read.value.keep });
  return chosen.ok ? redirect(page.back.to) : refusal(chosen, { text: read.value.text });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Two versions of an answer - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Collision() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="Two versions of an answer" caption={page.title} back={page.back} errors={again?.errors ?? []} wide lead={<p>Two people changed this answer at the same time. Both versions are safe. Whatever you choose, the other stays in the history.</p>}>
      <h2>The answer now</h2>
      <Prose text={page.current} />
      <h2>{`${page.other.by}, ${moment(page.other.at)}`}</h2>
      <Diff before={page.current} after={page.other.text} />
      <Form method="post">
        <Buttons>
          <SecondaryButton name="keep" value="current">Keep the answer now</SecondaryButton>
          <SecondaryButton name="keep" value="other">{`Keep ${page.other.by}'s version`}</SecondaryButton>
        </Buttons>
      </Form>
      {page.combines ? (
        <Form method="post" noValidate>
          <input type="hidden" name="keep" value="combined" />
          <Question id="text" as="field" title="Or combine the two" hint="Both texts are in the box, one after the other" {...errorAt(again?.errors, 'text')}>
            <LongTextField name="text" words={400} defaultValue={again?.values.text ?? `${page.current}\n\n${page.other.text}`} />
          </Question>
          <Buttons><PrimaryButton>Keep these words</PrimaryButton></Buttons>
        </Form>
      ) : null}
    </Page>
  );
}
