import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { benefitRecord, type BenefitRecord } from '#app/domain/benefits/benefit-record.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { benefitVerdicts } from '#app/domain/verdicts/verdict-pages.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { BenefitThread } from '#app/ui/benefit-thread.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { SpcFigure } from '#app/ui/spc-figure.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { VerdictsOfBenefit } from '../verdicts/verdict-pieces.tsx';
import classes from './benefits.module.css';
import { DONE } from './done.ts';
import { Group, Promised } from './fact-groups.tsx';
import { Past } from './past.tsx';
import { Readings } from './readings.tsx';
import { SmartCheck } from './smart-check.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const [page, verdicts] = await Promise.all([benefitRecord(reader(), file, params.benefit!), benefitVerdicts(reader(), file, params.benefit!)]);
  if (!page || !verdicts) notFound();
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return { page, verdicts, done: Object.hasOwn(DONE, done) ? DONE[done] : undefined };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function Benefit() {
  const { page, verdicts, done } = useLoaderData<typeof loader>();
  const { view, state, groups: [promise, ...groups] } = page;
  return (
    <Page
      title={view.title} caption={`${page.case.title} - benefit ${view.number}`} wide {...(done && { banner: <Banner kind="success" title={done} /> })}
      back={{ to: `/cases/${page.case.id}/benefits`, label: 'Benefits' }} nav={<CaseNav of={page.case} current="benefits" />}
      tag={<StatusTag tone={state.tone}>{state.title}</StatusTag>}
      lead={<BenefitThread beads={view.beads} {...(view.offRamp && { offRamp: view.offRamp })} />}
    >
      <Standing page={page} />
      {view.sentence ? <p>{view.sentence}</p> : null}
      {view.readings ? <SpcFigure chart={view.chart} {...view.of} csv={`/cases/${page.case.id}/benefits/${view.id}/results.csv`} /> : null}
      <Promised page={page} group={promise!} />
      {page.smart ? <SmartCheck points={page.smart} path={page.mayDescribe ? `/cases/${page.case.id}/benefits/${view.id}` : undefined} /> : null}
      {groups.map((group) => <Group key={group.title} group={group} {...(group.title === 'How it is measured' && { after: <Needs page={page} /> })} />)}
      <Past page={page} />
      <Results page={page} />
      <VerdictsOfBenefit of={verdicts} />
      {page.mayWithdraw ? <p><Link to={`/cases/${page.case.id}/benefits/${view.id}/withdrawal`}>Withdraw this promise</Link></p> : null}
    </Page>
  );
}

/** What somebody has to do about it now. */
function Standing({ page: { case: { id }, view, changes, mayAgree, mayReinstate } }: { page: BenefitRecord }) {
  const path = `/cases/${id}/benefits/${view.id}`;
  const open = changes.find((change) => change.settled === '');
  return (
    <>
      {view.withdrawn ? <Inset><p>{view.withdrawn}</p>{mayReinstate ? <p><Link to={`${path}/reinstatement`}>Take up this promise again</Link></p> : null}</Inset> : null}
      {view.waits ? <Inset><p>{view.waits}</p>{mayAgree ? <p><Link to={`${path}/agreement`}>Agree to the reason, or put it in the contract</Link></p> : null}</Inset> : null}
      {open ? <Inset><p>{`A change waits for an answer from ${open.waitsFor}: ${open.title.toLowerCase()}.`}</p><p><Link to={`${path}/changes/${open.id}`}>{open.mayAnswer ? 'Answer it' : 'See what is asked'}</Link></p></Inset> : null}
    </>
  );
}

const Needs = ({ page: { needs, fixed } }: { page: BenefitRecord }) => (
  <>
    {needs.length ? <p>{`To count as measurable it still needs: ${needs.join(', ')}.`}</p> : null}
    {fixed ? <p>{`${fixed}.`}</p> : null}
  </>
);

const Results = ({ page: { case: { id }, view, readings, mayRecord } }: { page: BenefitRecord }) => (
  <section>
    <div className={classes.head}>
      <h2>Results</h2>
      {view.readings > 0 ? <StatusTag tone={view.result.tone} shape={view.result.shape}>{view.result.title}</StatusTag> : null}
    </div>
    <Readings readings={readings.slice(0, 5)} />
    {readings.length || mayRecord ? <p><Link to={`/cases/${id}/benefits/${view.id}/results`}>{mayRecord ? 'Add a result' : 'See all results and how each stands'}</Link></p> : null}
  </section>
);
