import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { nameSuccessor } from '#app/domain/organisations/name-successor.server.ts';
import { successionPage, type SuccessionPage } from '#app/domain/organisations/organisations-page.server.ts';
import { successionSchema } from '#app/domain/organisations/succession.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { atOrganisations } from './door.server.ts';

export const handle = { script: false };
const BACK = '/organisations';

export async function loader(args: LoaderFunctionArgs) {
  await atOrganisations(args);
  return (await successionPage(reader(), args.params.organisation!)) ?? notFound();
}

export async function action(args: ActionFunctionArgs) {
  const actor = await atOrganisations(args);
  const form = await args.request.formData();
  const read = parseForm(form, successionSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const named = await nameSuccessor(actor, args.params.organisation!, read.value);
  return named.ok ? redirect(BACK) : refusal(named, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Name the successor of ${page.name} - Slipway` : 'Slipway' }];

export default function Succession() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title={`Name the successor of ${page.name}`} back={{ to: BACK, label: 'Organisations' }} errors={again?.errors ?? []}>
      {page.replaced ? <p>{page.replaced}</p> : <SuccessorForm page={page} again={again} />}
    </Page>
  );
}

function SuccessorForm({ page, again }: { page: SuccessionPage; again: Again | undefined }) {
  const was = again?.values ?? {};
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <>
      <p>From the day you give, every case that has not ended moves to the successor, and everybody who acts for this body acts for the successor. Conditions, owners and decisions stay as they are. This cannot be undone.</p>
      <Form method="post" noValidate className="flow">
        <Question {...ask('successor')} title="Which body takes over?"><SelectField name="successor" empty="Select, or enter a new one below" options={page.others} defaultValue={was.successor ?? ''} /></Question>
        <Question {...ask('successorName')} title="Name of a new body" hint="Only when it is not in the list"><TextField name="successorName" defaultValue={was.successorName ?? ''} /></Question>
        <Question {...ask('kind')} title="Kind of the new body"><SelectField name="kind" empty="Select for a new body" options={page.kinds} defaultValue={was.kind ?? ''} /></Question>
        <Question {...ask('on')} as="fieldset" title="First day of the successor" hint="For example, 1 4 2027"><DateField name="on" defaultValue={{ day: was['on.day'] ?? '', month: was['on.month'] ?? '', year: was['on.year'] ?? '' }} /></Question>
        <Question {...ask('reason')} title="Why?" hint="For example, the act or order that makes the change"><LongTextField name="reason" rows={2} defaultValue={was.reason ?? ''} /></Question>
        <Buttons><PrimaryButton>Name the successor</PrimaryButton><Link to={BACK}>Go back</Link></Buttons>
      </Form>
    </>
  );
}
