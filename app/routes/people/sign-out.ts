import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { signOut } from '#app/domain/people/sign-in.server.ts';

export const loader = () => redirect('/');

export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await signOut(request, await actorOf(request, context));
  return redirect('/sign-in?done=out', { headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"storage"' } });
}
