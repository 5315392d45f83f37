import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { adviserForm } from '#app/domain/mentors/keeping-pages.server.ts';
import { adviserSchema } from '#app/domain/mentors/mentors.schema.ts';
import { saveAdviser } from '#app/domain/mentors/save-adviser.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { TickField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { keeperAsked } from './door.server.ts';
import { OfferFields } from './fields.tsx';

export const handle = { script: false };

async function asked(args: LoaderFunctionArgs) {
  const actor = await keeperAsked(args);
  const { organisation, adviser } = args.params;
  return { actor, back: `/mentors/${organisation}`, page: (await adviserForm(reader(), organisation!, adviser!)) ?? notFound() };
}

export async function loader(args: LoaderFunctionArgs) {
  const { back, page } = await asked(args);
  return { back, ...page };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, back } = await asked(args);
  const form = await args.request.formData();
  const read = parseForm(form, adviserSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const saved = await saveAdviser(actor, args.params.adviser!, read.value);
  return saved.ok ? redirect(back) : refusal(saved, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.name} - Advisers - Slipway` : 'Slipway' }];

export default function Adviser() {
  const { back, name, values } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? values;
  return (
    <Page title={`What ${name} offers`} back={{ to: back, label: 'Mentor organisation' }} errors={again?.errors ?? []}>
      <Form method="post" noValidate className="flow">
        <OfferFields errors={again?.errors ?? []} values={was} own={false}>
          <TickField name="ambassador" label="Ambassador: helps voluntary and user-led groups find their way" defaultChecked={was.ambassador === 'yes'} />
          <TickField name="left" label="Take them out of the directory. What they have agreed with teams goes on" defaultChecked={was.left === 'yes'} />
        </OfferFields>
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
