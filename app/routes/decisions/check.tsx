import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { signaturePage } from '#app/domain/decisions/sign-decision.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { titled } from '../stages/titled.ts';
import { CheckDecision } from './check-decision.tsx';
import { chosenDesk } from './desk.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, desk } = await chosenDesk(asked);
  return { desk, ...(await signaturePage(reader(), actor)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Check your decision', data?.desk.case.title);

export default function Check() {
  return <CheckDecision {...useLoaderData<typeof loader>()} />;
}
