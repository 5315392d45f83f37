import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { takeBackHelp } from '#app/domain/support/give-support.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';
import { supportAsked } from './door.server.ts';

export async function action(args: ActionFunctionArgs) {
  const { actor, file } = await supportAsked(args);
  const back = await takeBackHelp(actor, file.case.id, args.params.help!);
  return back.ok ? redirect(`/cases/${file.case.id}/support?done=back`) : refusal(back);
}

export const loader = () => notFound();
