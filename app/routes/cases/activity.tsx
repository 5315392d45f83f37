import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const asked = new URL(request.url).searchParams;
  return { ...(await activityPage(reader(), file, { kind: asked.get('kind') ?? '', before: asked.get('before') ?? '' })), continued: asked.has('before') };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Activity - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Activity() {
  const { case: head, kinds, kind, days, earlier, continued, seesRecord } = useLoaderData<typeof loader>();
  const path = `/cases/${head.id}/activity`;
  const chosen = kinds.filter(({ key }) => key === kind).map(({ title }) => ({ label: title, removeTo: path }));
  const address = (asked: Record<string, string>) => `${path}?${new URLSearchParams({ ...(kind && { kind }), ...asked })}`;
  return (
    <Page title="Activity" caption={head.title} back={{ to: `/cases/${head.id}`, label: head.title }} nav={<CaseNav of={head} current="activity" />} lead={<p>Everything that happened in this case, newest first. Nothing here can be changed or removed.{seesRecord ? <> <Link to={`/cases/${head.id}/record`}>Check the record</Link></> : null}</p>} wide>
      <FilterForm action={path} chosen={chosen} count={continued ? 'Earlier' : (chosen[0]?.label ?? 'All activity')}>
        <Question id="kind" as="field" size="s" title="Show">
          <SelectField name="kind" empty="All activity" options={kinds.map(({ key, title }) => ({ value: key, label: title }))} defaultValue={kind} />
        </Question>
      </FilterForm>
      {days.length ? <Timeline days={days} level={3} /> : <p>{kind ? <>Nothing of this kind yet. <Link to={path}>Show all activity</Link></> : 'Nothing yet.'}</p>}
      <Pages
        {...(continued && { previous: { to: address({}), label: 'Back to the newest' } })}
        {...(earlier && { next: { to: address({ before: earlier }), label: 'What happened earlier' } })}
      />
    </Page>
  );
}
