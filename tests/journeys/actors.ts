import { personByEmail } from '#db/tables/people.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { DEMO_DOMAIN } from '#app/domain/outbox/outbox-worker.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';

/** One of the demo's cast, who gives commands before the server starts. */
export async function actor(part: string, posts: Actor['posts'] = []): Promise<Actor> {
  const { id, name, email } = (await personByEmail(reader(), part + DEMO_DOMAIN))!;
  return { id, name, email, posts, sessionProvedAt: '', colourScheme: null };
}
