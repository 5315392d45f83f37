import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { mentorForm } from '#app/domain/mentors/keeping-pages.server.ts';
import { adviserSchema } from '#app/domain/mentors/mentors.schema.ts';
import { addAdviser } from '#app/domain/mentors/save-adviser.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { TickField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { keeperAsked } from './door.server.ts';
import { OfferFields } from './fields.tsx';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  await keeperAsked(args);
  const { name } = (await mentorForm(reader(), args.params.organisation!)) ?? notFound();
  return { back: `/mentors/${args.params.organisation}`, name };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, adviserSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const added = await addAdviser(actor, args.params.organisation!, read.value);
  return added.ok ? redirect(`/mentors/${args.params.organisation}`) : refusal(added, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Add an adviser - ${data.name} - Slipway` : 'Slipway' }];

export default function NewAdviser() {
  const { back, name } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  return (
    <Page title="Add an adviser" caption={name} back={{ to: back, label: name }} errors={again?.errors ?? []}>
      <Form method="post" noValidate className="flow">
        <Question id="email" as="field" size="s" title="Their email address" hint="Of their account in Slipway" {...errorAt(again?.errors, 'email')}><TextField name="email" type="email" defaultValue={was.email ?? ''} /></Question>
        <OfferFields errors={again?.errors ?? []} values={was} own={false}>
          <TickField name="ambassador" label="Ambassador: helps voluntary and user-led groups find their way" defaultChecked={was.ambassador === 'yes'} />
        </OfferFields>
        <Buttons><PrimaryButton>Add them</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
