import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { recordHelp } from '#app/domain/support/give-support.server.ts';
import { boughtSchema } from '#app/domain/support/support.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { FUNDS } from '#workflows/support-packages.ts';
import { choicesOf } from '../mentors/fields.tsx';
import { titled } from '../stages/titled.ts';
import { givingAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await givingAsked(args);
  return { id: file.case.id, title: file.case.title };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, file } = await givingAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, boughtSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const recorded = await recordHelp(actor, file.case.id, read.value);
  return recorded.ok ? redirect(`/cases/${file.case.id}/support?done=help`) : refusal(recorded, typed(form));
}

const TITLE = 'Record help that was bought';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.title);

export default function NewHelp() {
  const of = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const back = `/cases/${of.id}/support`;
  const at = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <Page title={TITLE} caption={of.title} back={{ to: back, label: 'Support given' }} errors={again?.errors ?? []} lead={<p>A lawyer, an accountant, a workshop: help beside what mentors give. Its hours count against the package.</p>}>
      <Form method="post" noValidate className="flow">
        <Question {...at('what')} title="What was bought?"><TextField name="what" defaultValue={was.what ?? ''} /></Question>
        <Question {...at('supplier')} title="Who gave the help?"><TextField name="supplier" defaultValue={was.supplier ?? ''} /></Question>
        <Question {...at('boughtOn')} title="On which day?" hint="For example, 27 3 2027"><TextField name="boughtOn" width={10} defaultValue={was.boughtOn ?? ''} /></Question>
        <Question {...at('hours')} title="How many hours?" hint="For example, 7.5. Enter 0 when it is not counted in hours"><NumberField name="hours" width={4} suffix="hours" decimal defaultValue={was.hours ?? ''} /></Question>
        <Question {...at('cost')} title="What did it cost?" hint="With VAT. Enter 0 when it was free"><NumberField name="cost" prefix="£" decimal defaultValue={was.cost ?? ''} /></Question>
        <Question {...at('fund')} title="Who paid?"><SelectField name="fund" empty="Select one" options={choicesOf(FUNDS)} defaultValue={was.fund ?? ''} /></Question>
        <Buttons><PrimaryButton>Record the help</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
