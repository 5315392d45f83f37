import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { liveBallot } from '#app/domain/ballots/ballot-page.server.ts';
import { cancelBallotForm } from '#app/domain/ballots/ballots.schema.ts';
import { cancelBallot } from '#app/domain/ballots/end-ballot.server.ts';
import { mayLead } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, WarningButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await liveBallot(reader(), file, asked.params.ballot!)) ?? notFound();
  return mayLead(file.roles) ? page : forbidden('Only the team lead can cancel a ballot.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), cancelBallotForm);
  if (!read.ok) return refused(read.errors, read.values);
  const cancelled = await cancelBallot(actor, params.case!, params.ballot!, read.value.reason);
  return cancelled.ok ? redirect(`/cases/${params.case}/ballot?done=cancelled`) : refusal(cancelled, read.value);
}

const TITLE = 'Cancel the ballot';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Cancellation() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/ballot`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: 'Ballot of staff' }} errors={again?.errors ?? []}
      lead={<p>Voting ends at once, and the votes given so far are never counted. That it was held, and your reason, stay on record.</p>}
    >
      <Form method="post" noValidate>
        <Question id="reason" as="field" size="s" title="Why are you cancelling it?" hint="Staff side, the team and everybody who could vote can read it" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" rows={3} defaultValue={again?.values.reason ?? ''} /></Question>
        <Buttons><WarningButton>Cancel the ballot</WarningButton><Link to={path}>Leave it as it is</Link></Buttons>
      </Form>
    </Page>
  );
}
