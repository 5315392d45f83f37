import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { alertsPage, type AlertView, type AlertsPage } from '#app/domain/alerts/alerts-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { day } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { QuietButton } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import classes from './alerts.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await alertsPage(reader(), file)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Early warnings', data?.case.title);

export default function Alerts() {
  const page = useLoaderData<typeof loader>();
  const { open, closed } = page;
  return (
    <Page title="Early warnings" back={{ to: `/cases/${page.case.id}`, label: page.case.title }} nav={<CaseNav of={page.case} current="benefits" />} lead={<Lead page={page} />}>
      {open.map((alert) => <Alert key={alert.id} alert={alert} page={page} />)}
      {closed.length ? <Details summary={`Closed (${closed.length})`}>{closed.map((alert) => <Alert key={alert.id} alert={alert} page={page} />)}</Details> : null}
    </Page>
  );
}

const Lead = ({ page: { open, level } }: { page: AlertsPage }) => open.length === 0
  ? <p>No warning is open. A result that crosses a threshold of the failure plan opens one here.</p>
  : <p>{`${counted(open.length, 'warning')} open. Together they call for: ${level.title.toLowerCase()}. That means: ${level.means}.`}</p>;

const Alert = ({ alert, page }: { alert: AlertView; page: AlertsPage }) => (
  <article className={classes.alert}>
    <div className={classes.head}>
      <h2>{alert.title}</h2>
      <StatusTag tone={alert.level} shape={alert.level === 'red' ? 'cross' : 'triangle'}>{alert.level === 'red' ? 'Red' : 'Amber'}</StatusTag>
    </div>
    <p>{`${alert.figure}.`}{alert.benefit ? <>{' '}<Link to={`/cases/${page.case.id}/benefits/${alert.benefit}`}>See the measure<span className="visually-hidden">{`: ${alert.title}`}</span></Link></> : null}</p>
    {alert.closed ? <p>{alert.closed}</p> : (
      <>
        <p>{`${alert.step.title}, by ${day(alert.due)}: ${alert.owner}.`}{alert.late ? <strong className={classes.late}> The day has passed.</strong> : null}</p>
        <p className="small quiet">{`Open since ${alert.opened}. ${alert.seen || 'Nobody has said that they have seen it.'}`}</p>
        <div className={classes.acts}>
          {alert.maySee ? <Form method="post" action={`/cases/${page.case.id}/alerts/${alert.id}/seen`}><QuietButton>I have seen this<span className="visually-hidden">{`: ${alert.title}`}</span></QuietButton></Form> : null}
          {page.mayClose ? <Link to={`/cases/${page.case.id}/alerts/${alert.id}/closing`}>Close this warning<span className="visually-hidden">{`: ${alert.title}`}</span></Link> : null}
        </div>
      </>
    )}
  </article>
);
