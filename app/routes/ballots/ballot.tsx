import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titled } from '../stages/titled.ts';
import { ballotAsked } from './door.server.ts';
import { OneBallot, TITLE } from './one-ballot.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const page = await ballotAsked(asked);
  return { page, done: DONE[new URL(asked.request.url).searchParams.get('done') ?? ''] ?? null };
}

const DONE: Record<string, string> = { set: 'The ballot is set up', cancelled: 'The ballot is cancelled' };
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.page.case.title);

export default function Ballot() {
  const { page, done } = useLoaderData<typeof loader>();
  return <OneBallot page={page} done={done} errors={[]} />;
}
