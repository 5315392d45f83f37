import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PATHWAYS, STAGES } from '#workflows/definition.ts';
import { guidance, type Topic } from '#workflows/guidance.ts';
import { Page } from '#app/ui/page.tsx';
import classes from './guidance.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Guidance - Slipway' }];

export function loader() {
  const isOf = (keys: readonly string[]) => (topic: Topic) => keys.includes(topic.key);
  const [routes, stages] = [isOf(PATHWAYS), isOf(STAGES)];
  return [
    { title: 'The routes out', topics: briefs(guidance.filter(routes)) },
    { title: 'Stage by stage', topics: briefs(guidance.filter(stages)) },
    { title: 'Subjects', topics: briefs(guidance.filter((topic) => !routes(topic) && !stages(topic))) },
  ];
}

const briefs = (topics: readonly Topic[]) => topics.map(({ key, title, summary }) => ({ key, title, summary }));

export default function Guidance() {
  const groups = useLoaderData<typeof loader>();
  return (
    <Page title="Guidance">
      <p>How a staff team becomes a social enterprise, in plain English. Words you do not know are in the <Link to="/guidance/glossary">glossary</Link>. What you might count, and how, is in the <Link to="/guidance/measures">measure library</Link>. What teams before you would do differently is in their <Link to="/lessons">lessons</Link>. Some pages end with answers that mentors gave to other teams.</p>
      {groups.map(({ title, topics }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul className={classes.topics}>
            {topics.map((topic) => (
              <li key={topic.key}>
                <Link to={`/guidance/${topic.key}`}>{topic.title}</Link>
                <p>{topic.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
