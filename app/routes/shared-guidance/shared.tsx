import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { SharedPage } from '#app/domain/guidance/shared-pages.server.ts';
import type { FormError } from '#app/lib/forms.ts';
import { Form } from '@remix-run/react';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, PrimaryButton, SecondaryButton, WarningButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { sharedAsked } from './door.server.ts';

export const handle = { script: false };

const DONE: Record<string, string> = { proposed: 'The answer is proposed, and those who decide are told', agreed: 'You agreed', published: 'You agreed, and the answer is published', ended: 'It is taken away' };
const TONES = { waiting: 'violet', published: 'green', refused: 'grey', takenBack: 'grey', withdrawn: 'grey' } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await sharedAsked(args);
  return { page, done: DONE[new URL(args.request.url).searchParams.get('done') ?? ''] };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.title} - Answers as guidance - Slipway` : 'Slipway' }];

export default function Shared() {
  const { page, done } = useLoaderData<typeof loader>();
  return <OneShared page={page} done={done} />;
}

/** The words as everybody would read them, who has agreed, and what this person may say. */
export function OneShared({ page, done, errors = [] }: { page: SharedPage; done?: string | undefined; errors?: FormError[] }) {
  const path = `/guidance/shared/${page.id}`;
  return (
    <Page
      title={page.title} back={{ to: '/guidance/shared', label: 'Answers as guidance' }} errors={errors} tag={<StatusTag tone={TONES[page.stands]}>{page.state}</StatusTag>}
      {...(done && { banner: <Banner kind="success" title={done} /> })}
      lead={<p>{page.stands === 'published' ? <>Everybody can read it in the guidance, under <Link to={`/guidance/${page.topic.key}`}>{page.topic.title}</Link>, and beside the question it answers.</> : `It would stand in the guidance under ${page.topic.title}, and beside the question it answers.`}</p>}
    >
      <h2>The words</h2>
      <Prose text={page.text} />
      <h2>Who has agreed</h2>
      <SummaryList rows={page.facts} />
      {page.mayAgree ? (
        <Form method="post" action={`${path}/consent`} className="flow">
          <p id="consent" tabIndex={-1}>Everybody will be able to read these words, without signing in. You can take them away again at any time.</p>
          <Buttons><PrimaryButton name="consent" value="yes">Yes, publish it</PrimaryButton><SecondaryButton name="consent" value="no">No, do not publish it</SecondaryButton></Buttons>
        </Form>
      ) : null}
      {page.mayEnd && !page.mayAgree ? <Form method="post" action={`${path}/withdrawal`}><Buttons><WarningButton>{page.stands === 'published' ? 'Withdraw it from the guidance' : 'Take the proposal back'}</WarningButton></Buttons></Form> : null}
    </Page>
  );
}
