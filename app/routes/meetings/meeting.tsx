import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titled } from '../stages/titled.ts';
import { meetingAsked } from './door.server.ts';
import { OneMeeting } from './one-meeting.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const page = await meetingAsked(asked);
  return { page, done: DONE[new URL(asked.request.url).searchParams.get('done') ?? ''] ?? null };
}

const DONE: Record<string, string> = { offered: 'Your times are offered', agreed: 'The time is agreed', moved: 'Your other times are offered', cancelled: 'The meeting is cancelled' };
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Meeting with ${data.page.who}`, data?.page.case.title);

export default function Meeting() {
  const { page, done } = useLoaderData<typeof loader>();
  return <OneMeeting page={page} done={done} errors={[]} />;
}
