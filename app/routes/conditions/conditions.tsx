import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { conditionsPage, type ConditionRow, type ConditionsPage } from '#app/domain/conditions/conditions-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { day } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { whoseTurn } from './condition-words.ts';
import classes from './conditions.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return conditionsPage(reader(), file);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Conditions', data?.case.title);

export default function Conditions() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page title="Conditions" back={{ to: `/cases/${page.case.id}`, label: page.case.title }} lead={<p>{howMany(page)}</p>}>
      {page.open.length ? <section><h2>Open</h2>{page.open.map((c) => <Condition key={c.id} condition={c} caseId={page.case.id} />)}</section> : null}
      {page.discharged.map((stage) => <p key={stage.key}><Link to={`/cases/${page.case.id}/stages/${stage.key}/discharge`}>{`Letter: all conditions of ${stage.title} are settled`}</Link></p>)}
      {page.settled.length ? <section><h2>Settled</h2>{page.settled.map((c) => <Condition key={c.id} condition={c} caseId={page.case.id} />)}</section> : null}
    </Page>
  );
}

function howMany({ open, settled, others }: ConditionsPage): string {
  const yours = open.filter((c) => c.whose === 'you').length;
  if (open.length + settled.length === 0) return others ? 'This case has conditions, and none of them is for you to see.' : 'No approval of this case has a condition.';
  return `${counted(open.length, 'condition')} open${yours ? `, ${yours} with you` : ''}. ${settled.length} settled.${others ? ` ${others} more ${others === 1 ? 'belongs' : 'belong'} to stages that you do not see.` : ''}`;
}

const Condition = ({ condition: c, caseId }: { condition: ConditionRow; caseId: string }) => (
  <article className={classes.condition}>
    <div className={classes.head}>
      <h3><Link to={`/cases/${caseId}/conditions/${c.id}`}>{c.text}</Link></h3>
      <StatusTag tone={c.state.tone}>{c.state.title}</StatusTag>
    </div>
    <p className="small">{`${c.stage.title}, condition ${c.number}. ${c.owner}, by ${day(c.dueOn)}.${c.before ? ` Before: ${c.before.toLowerCase()}.` : ''}`}{c.late ? <span className={classes.late}>{` ${counted(c.late, 'day')} late`}</span> : null}</p>
    {c.settled ? null : <p>{whoseTurn(c)}</p>}
  </article>
);
