import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { alertsPage } from '#app/domain/alerts/alerts-page.server.ts';
import { closeAlert } from '#app/domain/alerts/close-alert.server.ts';
import { withdrawalSchema } from '#app/domain/benefits/benefits.schema.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await alertsPage(reader(), file)) ?? notFound();
  const alert = page.open.find(({ id }) => id === asked.params.alert) ?? notFound();
  return page.mayClose ? { case: page.case, alert } : forbidden("Only the people on the commissioner's side can close a warning.");
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), withdrawalSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const closed = await closeAlert(actor, params.case!, params.alert!, read.value.reason);
  return closed.ok ? redirect(`/cases/${params.case}/alerts`) : refusal(closed, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Close a warning: ${data.alert.title}`, data?.case.title);

export default function Closing() {
  const { case: head, alert } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${head.id}/alerts`;
  return (
    <Page title="Close a warning" caption={alert.title} back={{ to: back, label: 'Early warnings' }} errors={again?.errors ?? []}>
      <p>{`${alert.figure}.`}</p>
      <p>A warning is usually closed after 2 clear periods in a row. It stays on the record with your reason and your name.</p>
      <Form method="post" noValidate className="flow">
        <Question id="reason" as="field" title="Why can it be closed?" {...errorAt(again?.errors, 'reason')}>
          <LongTextField name="reason" defaultValue={again?.values.reason ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Close the warning</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
