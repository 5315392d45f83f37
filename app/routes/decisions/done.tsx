import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { donePage, type DonePage } from '#app/domain/decisions/done-page.server.ts';
import { day } from '#app/lib/dates.ts';
import { Page } from '#app/ui/page.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { decisionPath } from './steps.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  const page = await donePage(reader(), file, asked.params.stage!);
  if (!page) throw redirect(`/cases/${file.case.id}/stages/${asked.params.stage}`);
  return page;
}

const heading = (page: DonePage) => (page.decision ? `${page.stage.title}: ${page.decision.words.toLowerCase()}` : 'Decision moved to a new date');
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && heading(data), data?.case.title);

export default function Done() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page title={heading(page)} back={{ to: `/cases/${page.case.id}`, label: page.case.title }}>
      <Panel title={page.decision?.words ?? `You will decide by ${page.dueOn ? day(page.dueOn) : 'the new date'}`}><p>{page.case.reference}</p></Panel>
      <h2>What happens next</h2>
      {page.turn ? <TurnLine turn={page.turn} /> : null}
      <ul>
        <li>The team and its mentor have been told</li>
        {page.opened.length ? <li>{`Open to the team now: ${page.opened.join(', ')}`}</li> : null}
        {page.decision?.outcome === 'approvedWithConditions' ? <li><Link to={`/cases/${page.case.id}/conditions`}>Follow the conditions</Link></li> : null}
        {page.decision?.outcome === 'declined' ? <li>The case has ended. You can reopen the stage if things change</li> : null}
      </ul>
      {page.decision ? <p><Link to={`${decisionPath(page.case.id, page.stage.key)}/record/${page.decision.id}`}>See and print the decision record</Link></p> : null}
      <p><Link to={path}>{`Back to the ${page.stage.noun}`}</Link></p>
    </Page>
  );
}
