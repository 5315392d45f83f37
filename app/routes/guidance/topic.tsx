import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { sharedUnderTopic } from '#app/domain/guidance/shared-pages.server.ts';
import { topicOf } from '#workflows/guidance.ts';
import { day } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { SharedAnswer } from '#app/ui/shared-answer.tsx';
import { Page } from '#app/ui/page.tsx';
import { Source } from './source.tsx';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data: topic }) => [{ title: topic ? `${topic.title} - Guidance - Slipway` : 'Guidance - Slipway' }];

export async function loader({ params }: LoaderFunctionArgs) {
  const topic = topicOf(params.topic ?? '') ?? notFound();
  return { ...topic, shared: await sharedUnderTopic(reader(), topic.key) };
}

export default function GuidanceTopic() {
  const { title, summary, sections, sources, checkedOn, shared } = useLoaderData<typeof loader>();
  return (
    <Page title={title} crumbs={[{ to: '/guidance', label: 'Guidance' }]} lead={<p>{summary}</p>}>
      {sections.map(({ heading, paragraphs, bullets, see }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((text) => <p key={text}>{text}</p>)}
          {bullets?.length ? <ul>{bullets.map((text) => <li key={text}>{text}</li>)}</ul> : null}
          {see ? <p><Link to={see.to}>{see.label}</Link></p> : null}
        </section>
      ))}
      {shared.length ? (
        <section className="flow">
          <h2>Guidance from mentors</h2>
          <p>Answers that a mentor gave to a team like yours. Both agreed that you may read them.</p>
          {shared.map((answer) => <SharedAnswer key={answer.id} answer={answer} />)}
        </section>
      ) : null}
      <h2>Where this comes from</h2>
      <ul>{sources.map((source) => <li key={source.title}><Source {...source} /></li>)}</ul>
      <p>Last checked on {day(checkedOn)}. The law changes: ask the support unit when something here looks out of date.</p>
    </Page>
  );
}
