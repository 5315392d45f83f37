import { Link } from '@remix-run/react';
import type { StatementPage, WithdrawnPage } from '#app/domain/statements/statement-pages.server.ts';
import { day } from '#app/lib/dates.ts';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatementView } from './statement-view.tsx';
import classes from './statements.module.css';

/** One number of a statement as anybody reads it, or that it was withdrawn. */
export const Published = (found: { stands: StatementPage } | { withdrawn: WithdrawnPage }) => ('stands' in found ? <Standing page={found.stands} /> : <Withdrawn page={found.withdrawn} />);

const SHOWN_AS = { real: '', illustrative: 'Told from published sources, to show how Slipway works. Not a statement of the enterprise itself.', example: 'Example. Nothing here is real.' };

const Standing = ({ page }: { page: StatementPage }) => (
  <Page
    title={`What ${page.body.service.title} promised, and what came of it`} back={{ to: '/statements', label: 'Public statements' }}
    lead={
      <>
        <p>{`${page.body.service.summary}${page.body.service.summary.endsWith('.') ? '' : '.'} Live since ${day(page.body.liveOn)}.`}</p>
        <p>{`It left ${page.body.service.parent ?? 'its earlier employer'} on the route called ${page.body.service.route}.${page.body.service.commissioner ? ` Its services are bought by ${page.body.service.commissioner}.` : ''}`}</p>
        {SHOWN_AS[page.body.shownAs] ? <p><strong>{SHOWN_AS[page.body.shownAs]}</strong></p> : null}
      </>
    }
  >
    {page.latest ? null : <Inset><p>{'There is a later version. '}<Link to={`/statements/${page.address}`}>Read the latest</Link></p></Inset>}
    <StatementView {...page} />
    <About page={page} />
  </Page>
);

const About = ({ page: { address, number, publishedAt, sha256, others, body } }: { page: StatementPage }) => (
  <section>
    <h2>About this statement</h2>
    <p>{`Version ${number}, published by its owners on ${publishedAt}. Case ${body.service.reference}. The owners chose the paragraph at the top and which stories to show. The results and verdicts come from the record and were not theirs to choose.`}</p>
    <p>It has not been changed since it was published. Anybody can check that: the SHA-256 hash of <a href={`/statements/${address}/${number}/record`}>its record</a> is</p>
    <p className={classes.hash}>{sha256}</p>
    {others.length ? <><h3>Other versions</h3><ul>{others.map((other) => <li key={other.number}>{other.withdrawn ? `Version ${other.number}, ${other.on}, withdrawn` : <Link to={`/statements/${address}/${other.number}`}>{`Version ${other.number}, ${other.on}`}</Link>}</li>)}</ul></> : null}
  </section>
);

const Withdrawn = ({ page }: { page: WithdrawnPage }) => (
  <Page title="This statement was withdrawn" back={{ to: '/statements', label: 'Public statements' }}>
    <p>{`${page.title} withdrew version ${page.number} of its public statement on ${page.on}.`}</p>
    <p>{`The reason given: ${page.reason}`}</p>
  </Page>
);
