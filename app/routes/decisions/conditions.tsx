import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { BLOCKS, conditionForm, STANDARD_CONDITIONS } from '#app/domain/decisions/decisions.schema.ts';
import { day } from '#app/lib/dates.ts';
import { parseForm } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, Buttons, QuietButton } from '#app/ui/buttons.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { titled } from '../stages/titled.ts';
import { ConditionForm } from './condition-form.tsx';
import classes from './decisions.module.css';
import { chosenDesk } from './desk.server.ts';
import { ForYouToKnow } from './for-you-to-know.tsx';
import { decisionPath, stepBefore } from './steps.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { searchParams } = new URL(asked.request.url);
  const standard = STANDARD_CONDITIONS[Number(searchParams.get('standard') ?? -1)];
  return { desk: (await chosenDesk(asked)).desk, standard: standard ? { text: standard[0], evidence: standard[1] } : null, done: searchParams.get('done') };
}

/** Adds one condition to those chosen so far. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, desk } = await chosenDesk(asked);
  const read = parseForm(await asked.request.formData(), conditionForm(desk.owners.map((o) => o.id)));
  if (!read.ok) return refused(read.errors, read.values);
  const kept = await keepDecisionDraft(actor, desk.case.id, desk.stage.key, (draft) => ({ conditions: [...draft.conditions, read.value] }));
  return kept.ok ? redirect(`${decisionPath(desk.case.id, desk.stage.key)}/conditions?done=added`) : refusal(kept, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Conditions', data?.desk.case.title);

export default function Conditions() {
  const { desk, standard, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const base = decisionPath(desk.case.id, desk.stage.key);
  const { conditions } = desk.draft;
  return (
    <Page
      title="Conditions" caption={`${desk.stage.title}, version ${desk.version.number}`} back={stepBefore(base, 'approvedWithConditions', 'conditions')} errors={again?.errors ?? []} wide
      {...(done === 'added' && { banner: <Banner kind="success" title="The condition is added" /> })} {...(done === 'removed' && { banner: <Banner kind="success" title="The condition is removed" /> })}
      lead={<p>Add each condition by itself: it is met, and checked, one by one.</p>}
    >
      <Columns aside={<ForYouToKnow desk={desk} />} label="For you to know">
        {conditions.length ? (
          <>
            <h2>{counted(conditions.length, 'condition')}</h2>
            <ol className={classes.conditions}>
              {conditions.map((c, i) => (
                <li key={i}>
                  <p><strong>{c.text}</strong></p>
                  <p className="small">{`Evidence: ${c.evidence}. ${desk.owners.find((o) => o.id === c.ownerId)?.name ?? 'Somebody'}, by ${day(c.dueOn)}. Waits for it: ${BLOCKS.find(([key]) => key === c.blocks)![1].toLowerCase()}.`}</p>
                  <div className={classes.acts}>
                    <Link to={`${base}/conditions/${i + 1}`}>Change<span className="visually-hidden">{` condition ${i + 1}`}</span></Link>
                    <Form method="post" action={`${base}/conditions/${i + 1}/removal`}><QuietButton hidden={`condition ${i + 1}`}>Remove</QuietButton></Form>
                  </div>
                </li>
              ))}
            </ol>
            <Buttons><ButtonLink to={`${base}/check`}>Continue</ButtonLink></Buttons>
          </>
        ) : null}
        <h2 id="add">{conditions.length ? 'Add another condition' : 'Add a condition'}</h2>
        <Details summary="Start from a condition that approvers often set" open={conditions.length === 0 && !standard && !again}>
          <ul>{STANDARD_CONDITIONS.map(([text], i) => <li key={text}><Link to={`?standard=${i}#add`}>{text}</Link></li>)}</ul>
        </Details>
        <ConditionForm owners={desk.owners} condition={standard ?? {}} button="Add this condition" errors={again?.errors ?? []} values={again?.values ?? {}} />
      </Columns>
    </Page>
  );
}
