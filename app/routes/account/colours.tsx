import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { accountOf, chooseColours } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { rememberColours } from '#app/domain/people/colours.server.ts';
import { coloursSchema } from '#app/domain/people/people.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';

// Without script the next page is loaded whole, in the new colours from its first byte.
export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Colours - Slipway' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => accountOf(await requireActor(request, context));

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), coloursSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const chosen = await chooseColours(actor, read.value.colours);
  return chosen.ok ? redirect('/account?done=colours', { headers: { 'Set-Cookie': rememberColours(read.value.colours) } }) : refusal(chosen);
}

export default function Colours() {
  const { colours } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title="Colours" back={{ to: '/account', label: 'Your account' }} errors={again?.errors ?? []}>
      <form method="post" noValidate>
        <Question id="colours" as="fieldset" title="Which colours are easier to read?" hint="Printed pages are always dark on light" {...errorAt(again?.errors, 'colours')}>
          <ChoiceField name="colours" defaultValue={colours} choices={[{ value: 'light', label: 'Dark on light' }, { value: 'dark', label: 'Light on dark' }]} />
        </Question>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </form>
    </Page>
  );
}
