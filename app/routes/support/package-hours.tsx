import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { packageHours, setPackageHours } from '#app/domain/support/package-hours.server.ts';
import { packageHoursSchema } from '#app/domain/support/support.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { PACKAGES } from '#workflows/support-packages.ts';
import { keeperAsked } from '../mentors/door.server.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  await keeperAsked(args);
  return { hours: await packageHours(reader()) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, packageHoursSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const set = await setPackageHours(actor, read.value);
  return set.ok ? redirect('/mentors/queue') : refusal(set, typed(form));
}

const TITLE = 'Hours in each package of support';
export const meta: MetaFunction = () => [{ title: `${TITLE} - Slipway` }];

export default function PackageHours() {
  const { hours } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title={TITLE} back={{ to: '/mentors/queue', label: 'Teams that look for a mentor' }} errors={again?.errors ?? []} lead={<p>Packages given from now on hold these hours. Those given before keep theirs.</p>}>
      <Form method="post" noValidate className="flow">
        {PACKAGES.map(({ key, title, hint }) => (
          <Question key={key} id={key} as="field" size="s" title={title} hint={hint} {...errorAt(again?.errors, key)}><NumberField name={key} width={4} suffix="hours" defaultValue={again?.values[key] ?? String(hours[key])} /></Question>
        ))}
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to="/mentors/queue">Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
