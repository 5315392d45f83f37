import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerWithResult } from '#app/domain/ballots/answer-with-result.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';
import { titled } from '../stages/titled.ts';
import { ballotAsked } from './door.server.ts';
import { OneBallot, TITLE } from './one-ballot.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const page = await ballotAsked(asked);
  return [page.ballot, ...page.earlier].some((ballot) => ballot?.id === asked.params.ballot) ? page : notFound();
}

/** Puts the figures of a closed ballot in the answer, and leads to it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const used = await answerWithResult(actor, params.case!, params.ballot!);
  return used.ok ? redirect(`/cases/${params.case}/stages/workforce/${used.value.section}`) : refusal(used);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Use() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return <OneBallot page={page} done={null} errors={again?.errors ?? []} />;
}
