import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { demoPeople } from '#app/domain/people/demo-people.server.ts';
import { env } from '#app/env.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Who you can sign in as - Slipway' }];

export const loader = async () => (env().demo ? demoPeople() : notFound());

export default function DemoPeople() {
  const { people, password } = useLoaderData<typeof loader>();
  return (
    <Page title="Who you can sign in as" wide>
      <p>This is a demonstration. The people and organisations are invented, and everybody who tries it sees the same cases.</p>
      <p>Press a button, or sign in with any of these addresses and the password <strong>{password}</strong>. Mail to them stays here: <Link to="/demo/outbox">open the outbox</Link>.</p>
      {people.length === 0 ? <p>The example is not loaded yet.</p> : null}
      <Table
        caption="People of the example"
        head={[{ label: 'Name' }, { label: 'What they do' }, { label: 'Email address' }, { label: 'Sign in' }]}
        rows={people.map(({ name, email, jobTitle, organisation }) => ({
          key: email,
          cells: [name, [jobTitle, organisation].filter(Boolean).join(', '), <Address key="at" email={email} />, <SignInAs key="go" name={name} email={email} password={password} />],
        }))}
      />
    </Page>
  );
}

/** May break before the @, or it runs off a small screen. */
const Address = ({ email }: { email: string }) => <>{email.split('@')[0]}<wbr />@{email.split('@')[1]}</>;

const SignInAs = ({ name, email, password }: { name: string; email: string; password: string }) => (
  <form method="post" action="/sign-in">
    <input type="hidden" name="email" value={email} />
    <input type="hidden" name="password" value={password} />
    <QuietButton hidden={`as ${name}`}>Sign in</QuietButton>
  </form>
);
