import { Form, Link } from '@remix-run/react';
import type { SavedViewsShown } from '#app/domain/views/saved-views.server.ts';
import { QuietButton } from './buttons.tsx';
import classes from './saved-views.module.css';

/** A person's views of a list, above its filters, and a way to save the filters chosen now. */
export function SavedViews({ views }: { views: SavedViewsShown | null }) {
  if (!views || (views.rows.length === 0 && views.saveTo === null)) return null;
  return (
    <nav aria-label="Your views" className={classes.views}>
      {views.rows.length ? (
        <ul>
          {views.rows.map(({ id, name, to, current }) => (
            <li key={id}>
              <Link to={to} aria-current={current ? 'page' : undefined}>{name}</Link>
              <Form method="post" action={`/views/${id}/deletion`}><QuietButton hidden={` the view ${name}`}>Delete</QuietButton></Form>
            </li>
          ))}
        </ul>
      ) : null}
      {views.saveTo ? <p><Link to={views.saveTo}>Save these filters</Link></p> : null}
    </nav>
  );
}
