import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { conditionPage } from '#app/domain/conditions/conditions-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { OneCondition } from './one-condition.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await conditionPage(reader(), file, asked.params.condition!)) ?? notFound();
  return { page, done: new URL(asked.request.url).searchParams.has('done') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Condition ${data.page.number}: ${data.page.stage.title}`, data?.page.case.title);

export default function Condition() {
  return <OneCondition {...useLoaderData<typeof loader>()} />;
}
