import type { ReviewShown } from '#app/domain/stages/reviews-given.server.ts';
import { VERDICT_TITLES } from '#app/domain/stages/reviews.policy.ts';
import { moment } from '#app/lib/dates.ts';
import { Prose } from '#app/ui/prose.tsx';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import classes from './reviews.module.css';

const TONES: Record<ReviewShown['verdict'], Tone> = { supported: 'green', supportedWithComments: 'teal', notSupported: 'red', statement: 'outline' };

/** The specialists' reviews that are in, and those still to come. */
export function ReviewsGiven({ reviews, missing }: { reviews: ReviewShown[]; missing: string[] }) {
  if (reviews.length + missing.length === 0) return null;
  return (
    <section id="reviews">
      <h2>Reviews</h2>
      <p>{`${reviews.length} of ${reviews.length + missing.length} reviews are in.${missing.length ? ` Still to come: ${missing.join(', ')}.` : ''}`}</p>
      {reviews.map((r) => (
        <article key={r.id} className={classes.review}>
          <h3>{r.title}</h3>
          <p><StatusTag tone={TONES[r.verdict]} {...(r.verdict === 'supported' && { shape: 'tick' })} {...(r.verdict === 'notSupported' && { shape: 'cross' })}>{VERDICT_TITLES[r.verdict]}</StatusTag>{` ${r.by}, ${moment(r.at)}`}</p>
          {r.criteria.length ? <ul>{r.criteria.map((c) => <li key={c.title}>{`${c.title}: ${VERDICT_TITLES[c.verdict].toLowerCase()}`}</li>)}</ul> : null}
          {r.comment ? <Prose text={r.comment} /> : null}
        </article>
      ))}
    </section>
  );
}
