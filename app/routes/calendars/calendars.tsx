import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { endFeed, feedsPage, makeFeed, type FeedsPage } from '#app/domain/calendars/feeds.server.ts';
import { feedForm } from '#app/domain/calendars/feeds.schema.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { notFound, refusal, refused } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import classes from './calendars.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Your calendar - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return feedsPage(reader(), await requireActor(request, context));
}

/** The address is in this answer and nowhere else: it is not kept, and asking again makes another. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), feedForm);
  if (!read.ok) return refused(read.errors, read.values);
  if (read.value.act === 'end') {
    const ended = await endFeed(actor, read.value.of);
    return ended.ok ? { ended: true as const } : refusal(ended);
  }
  const made = await makeFeed(actor, read.value.of);
  if (!made.ok) return made.status === 404 ? notFound() : refusal(made);
  return { made: made.value.address };
}

export default function Calendars() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer && 'errors' in answer ? answer.errors : [];
  return (
    <Page
      title="Your calendar" back={{ to: '/account', label: 'Your account' }} errors={errors} wide
      {...(answer && 'made' in answer && { banner: <Banner kind="success" title="Your calendar address"><p>Copy it now. We do not keep it and cannot show it again.</p><p className={classes.address}>{answer.made}</p></Banner> })}
      {...(answer && 'ended' in answer && { banner: <Banner kind="success" title="That address no longer works" /> })}
      lead={<p>Put your dates from Slipway into the calendar you use. It shows what you may see here, and stops showing what you may see no longer.</p>}
    >
      <p>Make an address, then give it to your calendar program as a calendar by subscription, or by web address. Whoever has the address can read these dates, so keep it to yourself. A new address ends the one before.</p>
      <Feeds page={page} />
      <p className="small">Your calendar holds due dates of stages, conditions and results, key dates, reviews and agreed meetings. A change can take some hours to arrive: programs ask when they like.</p>
    </Page>
  );
}

const Feeds = ({ page }: { page: FeedsPage }) => (
  <Table
    caption="Calendar addresses" captionHidden head={[{ label: 'Calendar' }, { label: 'Address' }, { label: 'Change' }]}
    rows={page.feeds.map((feed) => ({
      key: feed.of,
      cells: [
        feed.title, feed.since ? `Works since ${feed.since}` : 'None',
        <div key="acts" className={classes.acts}>
          <Act of={feed.of} act="make" title={feed.title}>{feed.since ? 'Make a new address' : 'Make an address'}</Act>
          {feed.since ? <Act of={feed.of} act="end" title={feed.title}>End it</Act> : null}
        </div>,
      ],
    }))}
  />
);

const Act = ({ of, act, title, children }: { of: string; act: string; title: string; children: string }) => (
  <Form method="post">
    <input type="hidden" name="of" value={of} />
    <QuietButton name="act" value={act} hidden={`: ${title}`}>{children}</QuietButton>
  </Form>
);
