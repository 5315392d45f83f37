import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { keepReview, reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { criteriaIn } from '#app/domain/stages/reviews-given.server.ts';
import { opinionForm } from '#app/domain/stages/reviews.schema.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { OpinionForm } from './opinion-form.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  const page = (await reviewPage(reader(), file, asked.params.stage!, { showAll: true })) ?? notFound();
  const mine = page.mine ?? forbidden('No review is asked of you here now.');
  return { case: page.case, stage: page.stage, mine, sha256: page.version.sha256, number: page.version.number, drafts: page.drafts };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const form = await request.formData();
  const read = parseForm(form, opinionForm(criteriaIn(file, params.stage!).map((c) => c.key)));
  if (!read.ok) return refused(read.errors, read.values);
  const { intent, ...opinion } = read.value;
  const sent = intent === 'later' ? await keepReview(actor, params.case!, params.stage!, opinion) : await reviewStage(actor, params.case!, params.stage!, { ...opinion, verdict: opinion.verdict! });
  return sent.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/review?done=opinion${intent === 'later' ? '-kept' : ''}`) : refusal(sent, typed(form));
}

const heading = (title: string) => `Your ${title.toLowerCase()}`;
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && heading(data.mine.title), data?.case.title);

export default function Opinion() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page title={heading(page.mine.title)} caption={`${page.stage.title}, version ${page.number}`} back={{ to: `${path}/review`, label: page.stage.title }} errors={again?.errors ?? []}>
      <OpinionForm mine={page.mine} sha256={page.sha256} action={`${path}/opinion`} drafts={page.drafts} errors={again?.errors ?? []} values={again?.values ?? {}} />
    </Page>
  );
}
