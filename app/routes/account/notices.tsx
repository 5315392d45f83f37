import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { chooseNotices, noticeSettings } from '#app/domain/notifications/choices.server.ts';
import { choiceName, pacesOf, type NoticeKind, type Pace } from '#app/domain/notifications/kinds.ts';
import { noticeChoicesSchema } from '#app/domain/notifications/notifications.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, type FormError, type Typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import classes from './notices.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'What we email you about - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return { email: actor.email, lines: await noticeSettings(actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), noticeChoicesSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const chosen = await chooseNotices(actor, read.value);
  return chosen.ok ? redirect('/account?done=notices') : refusal(chosen);
}

export default function Notices() {
  const { email, lines } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const shown = { lines, errors: again?.errors ?? [], values: again?.values ?? {} };
  return (
    <Page
      title="What we email you about" back={{ to: '/account', label: 'Your account' }} errors={shown.errors}
      lead={<p>We write to {email}. Everything also stands under Notifications, and you are never told of what you did yourself.</p>}
    >
      <form method="post" noValidate>
        <Lines kind="needsYou" title="Needs you" {...shown}>
          <p>These wait for you, so they are always emailed: at once, or in one email at 7am on working days.</p>
        </Lines>
        <Lines kind="information" title="For your information" {...shown}>
          <p>The daily email leaves out what you have read already. On a day with nothing new there is none.</p>
        </Lines>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </form>
    </Page>
  );
}

interface Shown {
  lines: (NoticeKind & { pace: Pace })[];
  errors: FormError[];
  values: Typed;
}

const Lines = ({ kind, title, children, lines, errors, values }: Shown & { kind: NoticeKind['kind']; title: string; children: ReactNode }) => (
  <section className={classes.section}>
    <h2>{title}</h2>
    {children}
    {lines.filter((line) => line.kind === kind).map((line) => {
      const name = choiceName(line);
      return <Line key={name} name={name} line={line} chosen={values[name] ?? line.pace} {...errorAt(errors, name)} />;
    })}
  </section>
);

const WORDS: Record<Pace, string> = { once: 'At once', daily: 'Daily email', off: 'No email' };

const Line = ({ name, line, chosen, error }: { name: string; line: NoticeKind; chosen: string; error?: string }) => (
  <div className={classes.line} role="radiogroup" aria-labelledby={`${name}-title`} aria-describedby={error && `${name}-error`} data-error={error ? true : undefined}>
    <div>
      <p id={`${name}-title`}>{line.title}</p>
      {error ? <p className={classes.error} id={`${name}-error`}><span className="visually-hidden">Error: </span>{error}</p> : null}
    </div>
    <div className={classes.choices}>
      {pacesOf(line.kind).map((pace, i) => (
        <label key={pace} className={classes.choice}>
          <input type="radio" name={name} value={pace} id={i === 0 ? name : undefined} defaultChecked={pace === chosen} />
          <span>{WORDS[pace]}</span>
        </label>
      ))}
    </div>
  </div>
);
