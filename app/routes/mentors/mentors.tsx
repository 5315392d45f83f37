import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { directoryPage, type MentorShown } from '#app/domain/mentors/directory-page.server.ts';
import { MENTOR_FILTERS, mentorsAddress, mentorSearchIn } from '#app/domain/mentors/directory-search.ts';
import { mayKeepMentors, maySeeQueue } from '#app/domain/mentors/mentors.policy.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { viewsFor } from '#app/domain/views/saved-views.server.ts';
import { counted } from '#app/lib/money.ts';
import { Card } from '#app/ui/card.tsx';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Question } from '#app/ui/question.tsx';
import { SavedViews } from '#app/ui/saved-views.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { FORMS, REGIONS, SERVICES } from '#workflows/mentors.ts';
import { choicesOf } from './fields.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Mentors - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  const asked = new URL(request.url).searchParams;
  const search = mentorSearchIn(asked);
  return { search, ...(await directoryPage(reader(), search)), mayKeep: actor !== null && mayKeepMentors(actor), seesQueue: actor !== null && maySeeQueue(actor), views: await viewsFor(reader(), actor, 'mentors', asked) };
}

const FIELDS = {
  topic: { title: 'Help with', options: choicesOf(MENTOR_TOPICS) }, region: { title: 'Region', options: choicesOf(REGIONS) }, service: { title: 'Kind of service', options: choicesOf(SERVICES) },
  form: { title: 'Legal form', options: choicesOf(FORMS) }, kind: { title: 'Led by', options: [{ value: 'user-led', label: 'The people it serves' }] }, open: { title: 'Places', options: [{ value: 'yes', label: 'Free now' }] },
};

export default function Mentors() {
  const { search, mentors, count, page, last, mayKeep, seesQueue, views } = useLoaderData<typeof loader>();
  const chosen = MENTOR_FILTERS.filter((name) => search[name]).map((name) => ({
    label: FIELDS[name].options.find(({ value }) => value === search[name])?.label ?? search[name], removeTo: mentorsAddress({ ...search, [name]: '', page: '' }),
  }));
  const turn = (to: number) => ({ to: mentorsAddress({ ...search, page: String(to) }), label: `Page ${to} of ${last}` });
  return (
    <Page title="Mentors" wide lead={<Lead mayKeep={mayKeep} seesQueue={seesQueue} />}>
      <SavedViews views={views} />
      <FilterForm action="/mentors" chosen={chosen} count={counted(count, 'organisation')}>
        {MENTOR_FILTERS.map((name) => (
          <Question key={name} id={name} as="field" size="s" title={FIELDS[name].title}>
            <SelectField name={name} empty="All" options={FIELDS[name].options} defaultValue={search[name]} />
          </Question>
        ))}
      </FilterForm>
      {mentors.length ? mentors.map((mentor) => <Mentor key={mentor.id} mentor={mentor} />) : <Nobody filtered={chosen.length > 0} />}
      <Pages previous={page > 1 ? turn(page - 1) : undefined} next={page < last ? turn(page + 1) : undefined} />
    </Page>
  );
}

const Lead = ({ mayKeep, seesQueue }: { mayKeep: boolean; seesQueue: boolean }) => (
  <>
    <p>People who have left the NHS or a council with their team, or who help groups led by the people they serve. They have been where you are, and they never judge your case. A team lead asks for a mentor from the page of their case.</p>
    {seesQueue ? <p><Link to="/mentors/queue">Teams that look for a mentor</Link></p> : null}
    {mayKeep ? <p><Link to="/mentors/new">Add an organisation</Link>{' or '}<Link to="/mentors/weights">change what matches are judged by</Link></p> : null}
  </>
);

const Mentor = ({ mentor }: { mentor: MentorShown }) => (
  <Card title={mentor.name} to={`/mentors/${mentor.id}`} {...(mentor.userLed && { tag: <StatusTag tone="plain">Led by the people it serves</StatusTag> })}>
    <p>{mentor.facts}</p>
    <p>{`Services: ${mentor.services}.`}</p>
    {mentor.topics.length ? <p>{`Helps with: ${mentor.topics.slice(0, 4).join(', ')}${mentor.topics.length > 4 ? ` and ${mentor.topics.length - 4} more` : ''}.`}</p> : null}
    <p className="small">{`${mentor.places}${mentor.ambassador ? ' One of them is an ambassador for voluntary and user-led groups.' : ''}`}</p>
  </Card>
);

const Nobody = ({ filtered }: { filtered: boolean }) =>
  filtered
    ? <p>No organisation matches all of these. <Link to="/mentors">Clear filters</Link>, or look for help with one topic at a time.</p>
    : <p>No organisation is in the directory yet. The support unit adds those that offer to help.</p>;
