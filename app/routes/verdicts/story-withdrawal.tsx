import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { withdrawConsent } from '#app/domain/verdicts/tell-story.server.ts';
import { benefitVerdicts } from '#app/domain/verdicts/verdict-pages.server.ts';
import { forbidden, notFound, refusal, type Again } from '#app/lib/responses.ts';
import { Buttons, WarningButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Story } from './verdict-pieces.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await benefitVerdicts(reader(), file, asked.params.benefit!)) ?? notFound();
  const story = page.stories.find(({ id }) => id === asked.params.story) ?? notFound();
  return story.mayWithdraw ? { ...page, stories: [story] } : forbidden('Only the team, the support unit and whoever added it can do this.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const withdrawn = await withdrawConsent(actor, params.case!, params.benefit!, params.story!);
  return withdrawn.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/verdicts`) : refusal(withdrawn);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && `Withdraw consent - ${page.benefit.title}`, page?.case.title);

export default function StoryWithdrawal() {
  const { case: head, benefit, stories } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const path = `/cases/${head.id}/benefits/${benefit.id}/verdicts`;
  return (
    <Page title="Withdraw consent to show this outside" caption={benefit.title} back={{ to: path, label: 'Verdicts and evidence' }} errors={again?.errors ?? []}>
      <h2>What was told</h2>
      {stories.map((story) => <Story key={story.id} story={story} />)}
      <p>It is gone at once from every public statement, also from those published before. People on this case can still read the words, without a name.</p>
      <Form method="post"><Buttons><WarningButton>Withdraw consent</WarningButton><Link to={path}>Keep it</Link></Buttons></Form>
    </Page>
  );
}
