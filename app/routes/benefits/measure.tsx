import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { milestoneBoxes } from '#app/domain/benefits/benefit-form.server.ts';
import { measureSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { benefitToDescribe } from './door.server.ts';
import { MeasureForm } from './measure-form.tsx';

export const handle = { script: false };

export const loader = async (asked: LoaderFunctionArgs) => (await benefitToDescribe(asked)).page;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, measureSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { details } = read.value;
  const described = await describeBenefit(actor, params.case!, params.benefit!, details, read.value);
  return described.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=measure`) : refusal(described, { ...typed(form), ...milestoneBoxes(details.milestones) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `How it is measured - ${page.view.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Measure() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page
      title="How it is measured" caption={page.view.title} back={{ to: `/cases/${page.case.id}/benefits/${page.view.id}`, label: page.view.title }} errors={again?.errors ?? []}
      lead={<p>Leave empty what you do not know yet, and what does not apply. You can save as often as you like.</p>}
    >
      <MeasureForm page={page} again={again} />
    </Page>
  );
}
