import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { replaceFigure } from '#app/domain/programme/figures.server.ts';
import { replacementPage } from '#app/domain/programme/figures-page.server.ts';
import { maySetProgramme } from '#app/domain/programme/programme.policy.ts';
import { newerFigureSchema } from '#app/domain/programme/programme.schema.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { atProgramme } from './door.server.ts';
import { FigureFields } from './figure-fields.tsx';

export const handle = { script: false };
const BACK = '/programme/figures';

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await atProgramme(args);
  const page = (await replacementPage(reader(), args.params.figure!)) ?? notFound();
  return maySetProgramme(actor) ? page : forbidden('Only the support unit records figures of the programme.');
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await atProgramme(args);
  const form = await args.request.formData();
  const read = parseForm(form, newerFigureSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const replaced = await replaceFigure(actor, args.params.figure!, read.value);
  return replaced.ok ? redirect(BACK) : refusal(replaced, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Replace ${page.title} - Slipway` : 'Slipway' }];

export default function FigureReplacement() {
  const { title, form } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="Replace a figure" caption={title} back={{ to: BACK, label: 'Figures' }} errors={again?.errors ?? []}>
      <p>The value that stands now stays on record with its own day and definition.</p>
      <Form method="post" noValidate className="flow">
        <FigureFields was={again?.values ?? form} again={again} />
        <Buttons><PrimaryButton>Replace the figure</PrimaryButton><Link to={BACK}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
