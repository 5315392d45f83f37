import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { importPreview, savedBefore } from '#app/domain/results/import-preview.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Preview } from './preview.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = await importPreview(reader(), file, asked.params.draft!);
  if (page) return page;
  const before = (await savedBefore(reader(), file, asked.params.draft!)) ?? notFound();
  throw redirect(`/cases/${file.case.id}/results?saved=${before.saved}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && 'Check the rows', page?.case.title);

export default function Draft() {
  return <Preview page={useLoaderData<typeof loader>()} />;
}
