import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { publicStatement } from '#app/domain/statements/statement-pages.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Published } from './published.tsx';

export const handle = { script: false };

/** The last number at an address, or the one asked for: 410 when it was withdrawn. */
export async function loader({ params }: LoaderFunctionArgs) {
  const number = params.number === undefined ? undefined : /^[1-9]\d{0,5}$/.test(params.number) ? Number(params.number) : notFound();
  const found = (await publicStatement(reader(), params.address!, number)) ?? notFound();
  return data({ ...found, example: 'stands' in found && found.stands.example }, 'withdrawn' in found ? 410 : 200);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, params }) => {
  if (!page) return [{ title: 'Slipway' }];
  const version = params.number ? `version ${params.number} - ` : '';
  return [{ title: 'stands' in page ? `${page.stands.body.service.title} - ${version}Public statement - Slipway` : `${page.withdrawn.title} - ${version}Withdrawn statement - Slipway` }];
};

export default function PublicStatement() {
  return <Published {...useLoaderData<typeof loader>()} />;
}
