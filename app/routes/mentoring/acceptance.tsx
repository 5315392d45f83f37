import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { acceptRequest } from '#app/domain/mentoring/answer-request.server.ts';
import { forbidden, refusal, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { mentoringAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await mentoringAsked(args);
  return page.side === 'mentor' ? page : forbidden('Only the adviser who was asked can answer.');
}

/** A yes. When it cannot be, this page says why. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await mentoringAsked(args);
  const accepted = await acceptRequest(actor, args.params.mentoring!);
  return accepted.ok ? redirect(`/mentoring/${args.params.mentoring}?done=accepted`) : refusal(accepted);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Say yes - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Acceptance() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/mentoring/${page.id}`;
  return (
    <Page title="Say yes" caption={page.case.title} back={{ to: back, label: page.case.title }} errors={again?.errors ?? []}>
      {page.answerBy ? (
        <>
          <p>You agree to a first meeting, and up to 3, to find out whether it works.</p>
          <Form method="post"><Buttons><PrimaryButton>Yes, I will mentor them</PrimaryButton><Link to={back}>Go back</Link></Buttons></Form>
        </>
      ) : <p>{`This request is no longer open: ${page.state.description.charAt(0).toLowerCase()}${page.state.description.slice(1)}.`}</p>}
    </Page>
  );
}
