import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { benefitPage, type BenefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { measureSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { benefitVerdicts } from '#app/domain/verdicts/verdict-pages.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { BenefitThread } from '#app/ui/benefit-thread.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { VerdictsOfBenefit } from '../verdicts/verdict-pieces.tsx';
import { DescribeForm } from './describe-form.tsx';
import { Readings } from './readings.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const [page, verdicts] = await Promise.all([benefitPage(reader(), file, params.benefit!), benefitVerdicts(reader(), file, params.benefit!)]);
  return page && verdicts ? { ...page, verdicts } : notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, measureSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const described = await describeBenefit(actor, params.case!, params.benefit!, read.value.details, read.value);
  return described.ok ? redirect(`/cases/${params.case}/benefits`) : refusal(described, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.view.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Benefit() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { view } = page;
  return (
    <Page
      title={view.title} caption={`${page.case.title} - benefit ${view.number}`} errors={again?.errors ?? []} wide
      back={{ to: `/cases/${page.case.id}/benefits`, label: 'Benefits' }} nav={<CaseNav caseId={page.case.id} current="benefits" />}
      {...(view.readings > 0 && { tag: <StatusTag tone={view.result.tone} shape={view.result.shape}>{view.result.title}</StatusTag> })}
      lead={<BenefitThread beads={view.beads.map(({ label, done, to }) => ({ label, done, ...(to && !to.endsWith(view.id) && { to }) }))} {...(view.offRamp && { offRamp: view.offRamp })} />}
    >
      {view.withdrawn ? <Inset><p>{view.withdrawn}</p></Inset> : null}
      {view.sentence ? <p>{view.sentence}</p> : null}
      {page.mayDescribe ? <DescribeForm page={page} again={again} /> : <Facts page={page} />}
      <Contract page={page} />
      <Results page={page} />
      <VerdictsOfBenefit of={page.verdicts} />
      {page.mayDescribe ? <p><Link to={`/cases/${page.case.id}/benefits/${view.id}/withdrawal`}>Withdraw this promise</Link></p> : null}
    </Page>
  );
}

const Facts = ({ page }: { page: BenefitPage }) => (
  <section>
    <h2>How it is measured</h2>
    {page.fixed ? <p>{page.fixed}.</p> : null}
    <SummaryList rows={page.facts} />
  </section>
);

const Contract = ({ page }: { page: BenefitPage }) => (
  <section>
    <h2>In the contract</h2>
    {page.treatment.length ? <SummaryList rows={page.treatment} /> : <p>Not decided yet. If this is left out of the contract, nobody has to deliver it.</p>}
    {page.maySettle ? <p><Link to={`/cases/${page.case.id}/benefits/${page.view.id}/contract`}>{page.treatment.length ? 'Change this decision' : 'Decide if it is in the contract'}</Link></p> : null}
  </section>
);

const Results = ({ page }: { page: BenefitPage }) => (
  <section>
    <h2>Results</h2>
    <Readings readings={page.readings.slice(0, 5)} />
    {page.readings.length > 5 || page.mayRecord ? <p><Link to={`/cases/${page.case.id}/benefits/${page.view.id}/results`}>{page.mayRecord ? 'Add a result' : 'See all results'}</Link></p> : null}
  </section>
);
