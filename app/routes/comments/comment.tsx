import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { commentPage } from '#app/domain/comments/comment-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { CommentOnAnswer, headingOf } from './comment-on-answer.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await commentPage(reader(), file, asked.params.comment!)) ?? notFound();
  return { page, done: new URL(asked.request.url).searchParams.get('done') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `${headingOf(data.page)}: ${data.page.answer.title}`, data?.page.case.title);

export default function Comment() {
  const { page, done } = useLoaderData<typeof loader>();
  return <CommentOnAnswer page={page} done={done} />;
}
