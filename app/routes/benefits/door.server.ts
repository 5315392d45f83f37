import type { LoaderFunctionArgs } from '@remix-run/node';
import { benefitPage, type BenefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { caseForActor, type CaseFile } from '#app/domain/cases/case-file.server.ts';
import { mayEdit } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';

/** The case and the benefit of an address, through who asks; ends the request when they do not see it. */
export async function benefitAsked({ request, context, params }: LoaderFunctionArgs): Promise<{ file: CaseFile; page: BenefitPage }> {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return { file, page: (await benefitPage(reader(), file, params.benefit!)) ?? notFound() };
}

/** The same for its forms of what can still be written: the team's, until go-live. */
export async function benefitToDescribe(asked: LoaderFunctionArgs): Promise<{ file: CaseFile; page: BenefitPage }> {
  const { file, page } = await benefitAsked(asked);
  if (page.view.withdrawn) notFound();
  if (!mayEdit(file.roles)) forbidden('Only the team can change how a benefit is measured.');
  return page.fixed ? forbidden(`${page.fixed}. Ask for a change instead: the other side must agree to it.`) : { file, page };
}
