import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { dropKeptSave, keptSave } from '#app/domain/people/held-saves.server.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'We kept your answer - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return (await keptSave(request, actor.id)) ?? redirect('/');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  return redirect('/', { headers: { 'Set-Cookie': await dropKeptSave(request, actor.id) } });
}

/** Sends again, word for word, what came after the session had ended; every check is made as if it came for the first time. */
export default function Kept() {
  const { path, fields } = useLoaderData<typeof loader>();
  return (
    <Page title="We kept your answer">
      <p>You were signed out before it was saved. Save it now, and you carry on where you were.</p>
      <form method="post" action={path}>
        {fields.map(([name, value], i) => <input key={i} type="hidden" name={name} value={value} />)}
        <Buttons><PrimaryButton>Save my answer</PrimaryButton></Buttons>
      </form>
      <form method="post" action="/kept"><Buttons><SecondaryButton>Go on without saving it</SecondaryButton></Buttons></form>
    </Page>
  );
}
