import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { markAllRead, markNoticesRead, noticesOf, type NoticeGroup } from '#app/domain/notifications/notifications.server.ts';
import { readNoticesSchema } from '#app/domain/notifications/notifications.schema.ts';
import { SETTINGS } from '#app/domain/notifications/kinds.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { refused } from '#app/lib/responses.ts';
import { Buttons, SecondaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import classes from './notifications.module.css';

export const meta: MetaFunction = () => [{ title: 'Notifications - Slipway' }];

export const loader = async ({ request, context }: LoaderFunctionArgs) => noticesOf(await requireActor(request, context));

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), readNoticesSchema);
  if (!read.ok) return refused(read.errors, read.values);
  await (read.value.all ? markAllRead(actor) : markNoticesRead(actor, read.value.notice));
  return redirect('/notifications');
}

export default function Notifications() {
  const { needsYou, information, unread } = useLoaderData<typeof loader>();
  return (
    <Page title="Notifications" lead={<><p>{unread ? `${counted(unread, 'notification')} not read yet.` : 'You have read everything.'}</p><p><Link to={SETTINGS}>Choose what we email you about</Link></p></>}>
      <Form method="post">
        {unread ? <Buttons><SecondaryButton name="all" value="yes">Mark all as read</SecondaryButton></Buttons> : null}
        <Notices title="Needs you" groups={needsYou} none="Nothing needs you. When a case waits for you, we say so here and by email." />
        <Notices title="For your information" groups={information} none="Nothing yet. What others do in your cases is told here." />
        {unread ? <Buttons><SecondaryButton>Mark ticked as read</SecondaryButton></Buttons> : null}
      </Form>
    </Page>
  );
}

const Notices = ({ title, groups, none }: { title: string; groups: NoticeGroup[]; none: string }) => (
  <section className={classes.section}>
    <h2>{title}</h2>
    {groups.length === 0 ? <p>{none}</p> : groups.map((group) => <Group key={group.key} group={group} />)}
  </section>
);

const Group = ({ group }: { group: NoticeGroup }) => (
  <>
    <h3>{group.about}, {group.day}</h3>
    <ul className={classes.list}>
      {group.notices.map(({ id, text, link, time, unread }) => (
        <li key={id} data-unread={unread || undefined}>
          <span className={classes.tick}>
            {unread ? <input type="checkbox" name="notice" value={id} id={id} aria-label={`Mark as read: ${text}`} /> : null}
          </span>
          <span>
            {unread ? <span className="visually-hidden">Not read: </span> : null}
            <Link to={link}>{text}</Link> <span className={classes.time}>{time}</span>
          </span>
        </li>
      ))}
    </ul>
  </>
);
