import { Link, useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import type { Piece } from '#app/domain/search/in-context.ts';
import { KINDS, searchFor, type Hit } from '#app/domain/search/search-page.server.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import classes from './search.module.css';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.text ? `${data.text} - Search` : 'Search'} - Slipway` }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = new URL(request.url).searchParams;
  const page = asked.get('page') ?? '';
  const found = await searchFor(reader(), actor, { text: (asked.get('q') ?? '').trim().slice(0, 200), kind: asked.get('kind') ?? '', page: /^[1-9]\d?$/.test(page) ? Number(page) : 1 });
  return { ...found, options: Object.entries(KINDS).map(([value, label]) => ({ value, label })) };
}

export default function Search() {
  const { text, kind, page, hits, more, options } = useLoaderData<typeof loader>();
  const to = (number: number) => `/search?${new URLSearchParams({ q: text, ...(kind && { kind }), ...(number > 1 && { page: String(number) }) })}`;
  return (
    <Page title="Search" lead={<p>In the cases you have a part in, as far as they are open to you, in the lessons of other teams and in the guidance.</p>}>
      <form method="get" action="/search" role="search" className={classes.form}>
        <Question id="q" as="field" size="s" title="Words to look for"><TextField name="q" type="search" defaultValue={text} /></Question>
        <Question id="kind" as="field" size="s" title="Look in"><SelectField name="kind" empty="Everything" options={options} defaultValue={kind} /></Question>
        <SecondaryButton>Search</SecondaryButton>
      </form>
      {text ? <Found hits={hits} text={text} page={page} narrowed={kind !== ''} to={to} /> : null}
      <Pages
        {...(page > 1 && { previous: { to: to(page - 1), label: `Page ${page - 1}` } })}
        {...(more && { next: { to: to(page + 1), label: `Page ${page + 1}` } })}
      />
    </Page>
  );
}

function Found({ hits, text, page, narrowed, to }: { hits: Hit[]; text: string; page: number; narrowed: boolean; to: (page: number) => string }) {
  if (!hits.length) {
    return (
      <>
        <h2>{`Nothing found for "${text}"`}</h2>
        <p>Check the spelling, use fewer words, or the beginning of one. {page > 1 ? <Link to={to(1)}>Back to the first page</Link> : narrowed ? <Link to={`/search?${new URLSearchParams({ q: text })}`}>Look in everything</Link> : null}</p>
      </>
    );
  }
  return (
    <>
      <h2>{`What was found for "${text}"`}{page > 1 ? `, page ${page}` : ''}</h2>
      <ol className={classes.hits}>
        {hits.map((hit, at) => (
          <li key={at}>
            <p className={classes.title}><Link to={hit.to}><Pieces of={hit.title} /></Link> <span className="quiet small">{hit.kind}</span></p>
            {hit.context.length ? <p><Pieces of={hit.context} /></p> : null}
            {hit.where ? <p className="quiet small">{hit.where}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

const Pieces = ({ of }: { of: Piece[] }) => <>{of.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}</>;
