import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { voteForm } from '#app/domain/ballots/ballots.schema.ts';
import { castVote, voterPage, type VoterPage } from '#app/domain/ballots/cast-vote.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { count } from '#app/lib/money.ts';
import { refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { VOTES } from '#workflows/secret-ballots.ts';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${titleOf(page ?? null)} - Slipway` }];

/** Looking votes for nobody: mail scanners follow links, people press buttons. */
export async function loader({ params }: LoaderFunctionArgs) {
  const page = await voterPage(params.token ?? '');
  if (!page) return data(null, { status: 404 });
  return data<VoterPage>(page, { status: page.state === 'ended' || page.state === 'cancelled' ? 410 : 200 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const read = parseForm(await request.formData(), voteForm);
  if (!read.ok) return refused(read.errors, read.values);
  await castVote(params.token ?? '', read.value.vote); // whatever became of it, the page of the link says so
  return redirect(`/vote/${params.token}`);
}

function titleOf(page: VoterPage | null): string {
  if (!page) return 'We do not know this link';
  return { open: 'Vote', voted: 'Your vote is in', ended: 'Voting has ended', cancelled: 'This ballot was cancelled' }[page.state];
}

export default function VotePage() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page title={titleOf(page)} {...(page && { caption: page.title })} errors={page?.state === 'open' ? (again?.errors ?? []) : []}>
      {page ? <Said page={page} errors={again?.errors ?? []} /> : <p>Copy the whole link from the email, or open it there. If it still does not work, ask whoever runs the vote.</p>}
    </Page>
  );
}

function Said({ page, errors }: { page: VoterPage; errors: { id: string; message: string }[] }) {
  switch (page.state) {
    case 'open':
      return (
        <>
          <p>{`You and ${count(page.electorate - 1)} others may vote, once, until the end of ${page.closes}. The vote is run by ${page.runner}.`}</p>
          <p>It is secret. We mark that you voted. Your vote is added to the count and kept nowhere else: no page, list or report can show how you voted. It cannot be changed afterwards.</p>
          <Form method="post" noValidate>
            <Question id="vote" as="fieldset" title={page.question} {...errorAt(errors, 'vote')}><ChoiceField name="vote" choices={[...VOTES]} /></Question>
            <Buttons><PrimaryButton>Send my vote</PrimaryButton></Buttons>
          </Form>
        </>
      );
    case 'voted':
      return <><p>{`You voted on this question: ${page.question}`}</p><p>{`A link votes once. Your vote cannot be changed, and no page, list or report can show what it was. It is counted with all the others after ${page.closes}, and the result goes to the team and to staff side.`}</p></>;
    case 'ended':
      return <p>{`The last day of voting was ${page.closes}, so this link takes no vote any more. Ask your union or the team for the result.`}</p>;
    case 'cancelled':
      return <p>{`No votes are taken, and none that were given are counted. The reason: ${page.reason}`}</p>;
  }
}
