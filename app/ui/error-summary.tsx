import type { FormError } from '#app/lib/forms.ts';
import { useArrival } from './arrival.ts';
import classes from './error-summary.module.css';

export type { FormError };

/** Everything to mend, above the h1. Each item leads to its control: plain links, so the browser moves the focus. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  const arrival = useArrival(errors);
  if (errors.length === 0) return null;
  return (
    <div className={classes.summary} id="error-summary" role="alert" aria-labelledby="error-summary-title" {...arrival}>
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {errors.map(({ id, message }) => <li key={id + message}><a href={`#${id}`}>{message}</a></li>)}
      </ul>
    </div>
  );
}
