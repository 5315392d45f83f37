import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { env } from '#app/env.server.ts';
import { day } from '#app/lib/dates.ts';
import { Page } from '#app/ui/page.tsx';
import statement from './accessibility.json';
import { Reach } from './reach.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Accessibility statement - Slipway' }];

export const loader = () => env().support;

export default function Accessibility() {
  const support = useLoaderData<typeof loader>();
  const { status, problems, howTested, preparedOn, reviewedOn } = statement;
  return (
    <Page title="Accessibility statement">
      <p>This statement is about Slipway, the service you are using now. We want as many people as possible to be able to use it. You should be able to:</p>
      <ul>
        <li>use every part with a keyboard alone, or by voice</li>
        <li>zoom to 400% without anything running off the screen</li>
        <li>change the colours, in <Link to="/account/colours">your account</Link> or with those of your device</li>
        <li>use it with script turned off</li>
        <li>understand it without knowing the words of procurement and company law: see the <Link to="/guidance/glossary">glossary</Link></li>
      </ul>
      <h2>How accessible it is</h2>
      <p>Slipway is {status} with the Web Content Accessibility Guidelines version 2.2 AA standard, because of what is listed here.</p>
      {problems.map((problem) => (
        <section key={problem.who}>
          <h3>{problem.who}</h3>
          <p>{problem.what}</p>
          <p>{problem.mended}</p>
          <p>Success criteria: {problem.criteria}.</p>
        </section>
      ))}
      <h2>If something does not work for you</h2>
      <p>Tell us, or ask for what you need in another way, such as large print, easy read, audio or a talk by telephone. We reply within 10 working days.</p>
      <Reach support={support} />
      <h2>If you are not content with our answer</h2>
      <p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. Contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. In Northern Ireland, contact the <a href="https://www.equalityni.org/">Equality Commission for Northern Ireland</a>.</p>
      <h2>How we tested</h2>
      <p>{howTested}</p>
      <p>This statement was prepared on {day(preparedOn)} and last reviewed on {day(reviewedOn)}.</p>
    </Page>
  );
}
