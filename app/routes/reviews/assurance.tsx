import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { assuranceSchema } from '#app/domain/stages/reviews.schema.ts';
import { parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { AssuranceForm } from './assurance-form.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  const page = (await reviewPage(reader(), file, asked.params.stage!, { showAll: true })) ?? notFound();
  const toAssure = page.toAssure ?? forbidden(page.shutOut ? `${page.shutOut}.` : 'Only the second line can assure a decision, while it waits for them.');
  return { case: page.case, stage: page.stage, toAssure, sha256: page.version.sha256, number: page.version.number };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), assuranceSchema);
  if (!read.ok) return refused(read.errors, read.values);
  if (read.value.act !== 'assure' && read.value.reason === '') return refused([{ id: 'reason', message: 'Enter the reason' }], read.value);
  const recorded = await assureStage(actor, params.case!, params.stage!, read.value);
  return recorded.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/review?done=assurance`) : refusal(recorded, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Your word on the decision', data?.case.title);

export default function Assurance() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page title="Your word on the decision" caption={`${page.stage.title}, version ${page.number}`} back={{ to: `${path}/review`, label: page.stage.title }} errors={again?.errors ?? []}>
      <AssuranceForm toAssure={page.toAssure} sha256={page.sha256} path={path} noun={page.stage.noun} errors={again?.errors ?? []} values={again?.values ?? {}} />
    </Page>
  );
}
