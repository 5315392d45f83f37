import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { glossary, type GlossaryTerm } from '#workflows/glossary.ts';
import { Page } from '#app/ui/page.tsx';
import classes from './guidance.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Glossary - Guidance - Slipway' }];

/** By first letter, and each with the id that a link to /guidance/glossary#… names. */
export function loader() {
  const letters = new Map<string, (GlossaryTerm & { id: string })[]>();
  for (const entry of glossary) {
    const letter = entry.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), { ...entry, id: idOf(entry.term) }]);
  }
  return [...letters].map(([letter, terms]) => ({ letter, terms }));
}

const idOf = (term: string) => term.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

export default function Glossary() {
  const letters = useLoaderData<typeof loader>();
  return (
    <Page title="Glossary" crumbs={[{ to: '/guidance', label: 'Guidance' }]} lead={<p>The words of this work in plain English.</p>}>
      <nav aria-label="Letters">
        <ul className={classes.letters}>{letters.map(({ letter }) => <li key={letter}><a href={`#letter-${letter}`}>{letter}</a></li>)}</ul>
      </nav>
      {letters.map(({ letter, terms }) => (
        <section key={letter}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl className={classes.terms}>
            {terms.map(({ id, term, also, meaning }) => (
              <div key={id} id={id}>
                <dt>{term}{also?.length ? <span className={classes.also}>, also {also.join(', ')}</span> : null}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
