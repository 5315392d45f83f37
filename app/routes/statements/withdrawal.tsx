import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { withdrawStatement } from '#app/domain/statements/publish-statement.server.ts';
import { statementWithdrawalSchema } from '#app/domain/statements/statements.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, WarningButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { loader as desk } from './statement.tsx';

export const handle = { script: false };
export const loader = (asked: LoaderFunctionArgs) => desk(asked);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), statementWithdrawalSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const withdrawn = await withdrawStatement(actor, params.case!, read.value.reason);
  return withdrawn.ok ? redirect(`/cases/${params.case}/statement`) : refusal(withdrawn, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && 'Withdraw the public statement', page?.case.title);

export default function StatementWithdrawal() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${page.case.id}/statement`;
  return (
    <Page title="Withdraw the public statement" caption={page.case.title} back={{ to: back, label: 'Public statement' }} errors={again?.errors ?? []}>
      <p>Every version is taken back at once. Its address then says when it was withdrawn, and your reason. You can publish again later.</p>
      <Form method="post" noValidate className="flow">
        <Question id="reason" as="field" title="Why do you withdraw it?" hint="Anybody can read this" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" rows={4} defaultValue={again?.values.reason ?? ''} /></Question>
        <Buttons><WarningButton>Withdraw the statement</WarningButton><Link to={back}>Keep it</Link></Buttons>
      </Form>
    </Page>
  );
}
