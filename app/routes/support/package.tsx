import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { givePackage } from '#app/domain/support/give-support.server.ts';
import { packageHours } from '#app/domain/support/package-hours.server.ts';
import { packageSchema } from '#app/domain/support/support.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { PACKAGES } from '#workflows/support-packages.ts';
import { titled } from '../stages/titled.ts';
import { givingAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await givingAsked(args);
  return { case: { id: file.case.id, title: file.case.title }, hours: await packageHours(reader()) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, file } = await givingAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, packageSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const given = await givePackage(actor, file.case.id, read.value);
  return given.ok ? redirect(`/cases/${file.case.id}/support?done=package`) : refusal(given, typed(form));
}

const TITLE = 'Give a package';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Package() {
  const { case: of, hours } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${of.id}/support`;
  return (
    <Page title={TITLE} caption={of.title} back={{ to: back, label: 'Support given' }} errors={again?.errors ?? []} lead={<p>It takes the place of the package the team has now. Hours used so far count on.</p>}>
      <Form method="post" noValidate className="flow">
        <Question id="kind" as="fieldset" title="Which package?" {...errorAt(again?.errors, 'kind')}>
          <ChoiceField name="kind" choices={PACKAGES.map(({ key, title, hint }) => ({ value: key, label: `${title}, ${counted(hours[key], 'hour')}`, hint }))} defaultValue={again?.values.kind ?? ''} />
        </Question>
        <Question id="reason" as="field" title="Why this package?" hint="The team lead reads this" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" rows={3} defaultValue={again?.values.reason ?? ''} /></Question>
        <Buttons><PrimaryButton>Give the package</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
