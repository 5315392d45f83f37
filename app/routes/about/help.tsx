import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { env } from '#app/env.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Reach } from './reach.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Help - Slipway' }];

export const loader = () => ({ support: env().support, from: env().mailFrom });

export default function Help() {
  const { support, from } = useLoaderData<typeof loader>();
  return (
    <Page title="Help">
      <h2>Ask a person</h2>
      <p>The support unit helps with the procedure and with this service. Tell them what you were doing and what happened. They never ask for your password.</p>
      <Reach support={support} />
      <h2>If you cannot sign in</h2>
      <ul>
        <li>Forgotten password: <Link to="/reset">choose a new one</Link>.</li>
        <li>No email from us: look in your junk folder for {from}, and ask your mail team to let it through.</li>
        <li>Too many tries: wait 15 minutes. Where you are signed in already, you stay signed in.</li>
        <li>A link no longer works: mailed links work once. Ask for a new one.</li>
        <li>New email address: ask the support unit to change it, so that you keep your cases.</li>
      </ul>
      <h2>Your work is safe</h2>
      <p>Answers are saved on the server as you go, with every earlier wording. If you are signed out while you write, your answer is kept for you until you sign in again, for up to 24 hours. If two people change the same answer, both versions are kept and you choose.</p>
      <h2>Know the procedure</h2>
      <p>New here? See <Link to="/how-it-works">how this works</Link>, in about a minute. Read the <Link to="/guidance">guidance</Link> and <Link to="/lessons">what other teams would do differently</Link>, or look up a word in the <Link to="/guidance/glossary">glossary</Link>.</p>
      <h2>Find your way with the keyboard</h2>
      <p>When you are signed in, press Ctrl and K, or Command and K on a Mac, on any page. Type part of the name of a case, of something that waits for you, of a page of guidance, or any words. The up and down arrows move through what is found, Enter goes there, and Escape closes it and puts you back where you were. The button Go to at the top of each page opens the same. It needs script; without it, use <Link to="/search">Search</Link>. There are no other shortcuts.</p>
      <h2>Make it easier to use</h2>
      <p>Choose the colours of your pages in <Link to="/account/colours">your account</Link>. Every page works with a keyboard, with zoom and without script. Something in the way? See the <Link to="/accessibility">accessibility statement</Link>.</p>
    </Page>
  );
}
