import type { Mailed } from '#app/domain/notifications/who-is-mailed.server.ts';

/** Who hears of an act by email, said before it is done; items of a list. */
export const MailedTo = ({ mailed }: { mailed: Mailed }) => (
  <>
    {mailed.once.length ? <li>{`Emailed at once: ${listed(mailed.once)}`}</li> : null}
    {mailed.daily.length ? <li>{`Told in their daily email: ${listed(mailed.daily)}`}</li> : null}
    {mailed.off.length ? <li>{`Told under Notifications only: ${listed(mailed.off)}`}</li> : null}
  </>
);

const listed = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
