import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { benefitsPage, type BenefitView } from '#app/domain/benefits/benefits-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { BenefitThread } from '#app/ui/benefit-thread.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { SpcFigure } from '#app/ui/spc-figure.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import classes from './benefits.module.css';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return (await benefitsPage(reader(), file)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Benefits - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Benefits() {
  const page = useLoaderData<typeof loader>();
  const { counts, case: head } = page;
  const path = `/cases/${head.id}/benefits`;
  return (
    <Page
      title="Benefits" caption={head.title} back={{ to: `/cases/${head.id}`, label: head.title }} nav={<CaseNav of={head} current="benefits" />} wide
      lead={
        <>
          <p>
            {`${counts.promised} promised, ${counts.measurable} measurable, ${counts.contracted} in the contract, ${counts.measured} being measured.`}
            {counts.notContracted ? ` ${counts.notContracted} not in the contract, reason recorded.` : ''}
            {counts.undecided ? <strong>{` ${counts.undecided} not decided yet.`}</strong> : null}
          </p>
          <p><Link to={`/cases/${head.id}/results`}>See which results are due</Link></p>
          <p><Link to={`/cases/${head.id}/verdicts`}>See what came of them: the verdicts</Link></p>
          {page.mayAdd ? <p><ButtonLink to={`${path}/new`}>Add a benefit</ButtonLink></p> : null}
        </>
      }
    >
      {page.benefits.length === 0 ? <p>No benefits yet. Each thing the team promises to make better becomes a record here, and is followed until it is measured.</p> : null}
      {page.benefits.map((benefit) => <Benefit key={benefit.id} benefit={benefit} path={path} />)}
      {page.withdrawn.length ? (
        <Details summary={`Withdrawn promises (${page.withdrawn.length})`}>
          <ul>{page.withdrawn.map((benefit) => <li key={benefit.id}><Link to={`${path}/${benefit.id}`}>{benefit.title}</Link>. {benefit.withdrawn}</li>)}</ul>
        </Details>
      ) : null}
    </Page>
  );
}

const Benefit = ({ benefit, path }: { benefit: BenefitView; path: string }) => (
  <section className={classes.benefit}>
    <div className={classes.head}>
      <h2><Link to={`${path}/${benefit.id}`}>{benefit.title}</Link></h2>
      {benefit.readings > 0 ? <StatusTag tone={benefit.result.tone} shape={benefit.result.shape}>{benefit.result.title}</StatusTag> : null}
    </div>
    <BenefitThread beads={benefit.beads} {...(benefit.offRamp && { offRamp: benefit.offRamp })} />
    {benefit.waits ? <p>{benefit.waits}</p> : benefit.undecided ? <p>Not decided yet. If this is left out of the contract, nobody has to deliver it.</p> : null}
    {benefit.sentence ? <p>{benefit.sentence}</p> : null}
    {benefit.readings ? <SpcFigure chart={benefit.chart} {...benefit.of} numbersAt={`${path}/${benefit.id}/results`} /> : null}
  </section>
);
