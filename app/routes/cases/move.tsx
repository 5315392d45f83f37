import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { moveNamed, whyNotMove } from '#app/domain/cases/case-moves.policy.ts';
import { moveSchema } from '#app/domain/cases/case-moves.schema.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { movePage } from '#app/domain/cases/move-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const move = moveNamed(params.move) ?? notFound();
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const no = whyNotMove(file.roles, move);
  if (no) forbidden(`${no}.`);
  return (await movePage(reader(), file, move)) ?? notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const move = moveNamed(params.move) ?? notFound();
  const read = parseForm(await request.formData(), moveSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const moved = await moveWholeCase(actor, params.case!, move, read.value.reason);
  if (moved.ok) return redirect(`/cases/${params.case}`);
  const unsaid = read.value.reason === '' && move !== 'goLive';
  return refusal(unsaid ? { ...moved, reasons: moved.reasons.map((reason) => ({ field: 'reason', ...reason })) } : moved, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function MoveCase() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page title={page.title} caption={page.case.title} back={{ to: path, label: page.case.title }} errors={again?.errors ?? []}>
      <p>{page.means}</p>
      {page.inTheWay.length ? (
        <Inset>
          <p>This cannot be done yet:</p>
          <ul>{page.inTheWay.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </Inset>
      ) : (
        <Form method="post" noValidate className="flow">
          {page.why ? (
            <Question id="reason" as="field" title={page.why} hint="Everybody in the case can read this" {...errorAt(again?.errors, 'reason')}>
              <LongTextField name="reason" defaultValue={again?.values.reason ?? ''} />
            </Question>
          ) : null}
          <Buttons><PrimaryButton>{page.title}</PrimaryButton><Link to={path}>Go back</Link></Buttons>
        </Form>
      )}
    </Page>
  );
}
