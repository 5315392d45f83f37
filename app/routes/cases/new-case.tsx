import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { newCasePage, startCase, type NewCasePage } from '#app/domain/cases/new-case-page.server.ts';
import { newCaseSchema } from '#app/domain/cases/new-case.schema.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Start a case - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  return newCasePage(reader());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, newCaseSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const started = await startCase(actor, read.value);
  return started.ok ? redirect(`/cases/${started.value.caseId}`) : refusal(started, typed(form));
}

export default function NewCase() {
  const { key, routes, parents, commissioners } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <Page title="Start a case" back={{ to: '/cases', label: 'Cases' }} errors={again?.errors ?? []} lead={<p>You will be its team lead. Once it is started you can invite others.</p>}>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="key" value={was.key || key} />
        <Question id="pathway" as="fieldset" title="Which route are you taking?" {...errorAt(again?.errors, 'pathway')}>
          <ChoiceField name="pathway" defaultValue={was.pathway ?? ''} choices={routes.map(routeChoice)} />
        </Question>
        <Question {...ask('title')} title="Name of your team or service" hint="For example, Riverside Community Therapies">
          <TextField name="title" defaultValue={was.title ?? ''} />
        </Question>
        <Question {...ask('summary')} title="What the service does, in one line">
          <TextField name="summary" defaultValue={was.summary ?? ''} />
        </Question>
        <Question {...ask('parent')} title="Organisation that employs the team now">
          <SelectField name="parent" empty="It is not in this list" options={parents} defaultValue={was.parent ?? ''} />
        </Question>
        <Question {...ask('parentName')} title="Its name, if it is not in the list">
          <TextField name="parentName" autoComplete="organization" defaultValue={was.parentName ?? ''} />
        </Question>
        <Question {...ask('commissioner')} title="Commissioner that buys the service" optional hint="You can leave this until you know">
          <SelectField name="commissioner" empty="It is not in this list, or we do not know yet" options={commissioners} defaultValue={was.commissioner ?? ''} />
        </Question>
        <Question {...ask('commissionerName')} title="Its name, if it is not in the list" optional>
          <TextField name="commissionerName" defaultValue={was.commissionerName ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Start the case</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}

const routeChoice = (route: NewCasePage['routes'][number]) => ({
  value: route.key,
  label: route.historic ? `${route.title} (no longer open to new teams)` : route.title,
  hint: route.summary,
  below: <Details summary={`Who may use ${route.title}`}><ul>{route.eligibility.map((line) => <li key={line}>{line}</li>)}</ul></Details>,
});
