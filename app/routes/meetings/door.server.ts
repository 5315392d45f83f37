import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { meetingForms, meetingPage, type MeetingForms, type MeetingPage } from '#app/domain/meetings/meeting-page.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

const ONLY = 'Only the team and its mentor arrange meetings.';

/** One meeting for who asks, or the end of the request. */
export async function meetingAsked(asked: LoaderFunctionArgs): Promise<MeetingPage> {
  const { file } = await caseAsked(asked);
  return (await meetingPage(reader(), file, asked.params.meeting!)) ?? notFound();
}

/** The same for pages that change it. */
export async function changingAsked(asked: LoaderFunctionArgs): Promise<MeetingPage> {
  const page = await meetingAsked(asked);
  return page.may.change ? page : forbidden(ONLY);
}

/** What a form about meetings offers who asks. */
export async function formsAsked(asked: LoaderFunctionArgs): Promise<MeetingForms> {
  const { file } = await caseAsked(asked);
  const forms = (await meetingForms(reader(), file)) ?? notFound();
  return forms.mentors.length ? forms : forbidden(ONLY);
}
