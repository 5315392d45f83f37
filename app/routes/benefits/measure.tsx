import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { milestoneBoxes } from '#app/domain/benefits/benefit-form.server.ts';
import { measureSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { benefitInFile } from '#app/domain/benefits/benefit-page.server.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { smartCheck } from '#app/domain/benefits/smart-check.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { benefitToDescribe } from './door.server.ts';
import { MeasureForm } from './measure-form.tsx';
import { SmartCheck } from './smart-check.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitToDescribe(asked);
  const row = (await benefitInFile(reader(), file, page.view.id)) ?? notFound();
  return { page, smart: row.revision > 1 ? await smartCheck(reader(), file, row) : null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, measureSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { details } = read.value;
  const described = await describeBenefit(actor, params.case!, params.benefit!, details, read.value);
  return described.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=measure`) : refusal(described, { ...typed(form), ...milestoneBoxes(details.milestones) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `How it is measured - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function Measure() {
  const { page, smart } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const path = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page
      title="How it is measured" caption={page.view.title} back={{ to: path, label: page.view.title }} errors={again?.errors ?? []}
      lead={
        <>
          <p>Leave empty what you do not know yet, and what does not apply. You can save as often as you like.</p>
          <p><Link to={`${path}/measure/library`}>Choose a measure from the library</Link>, or describe your own.</p>
        </>
      }
    >
      {smart && !again ? <SmartCheck points={smart} path={path} /> : null}
      <MeasureForm page={page} again={again} />
    </Page>
  );
}
