import type { LoaderFunctionArgs } from '@remix-run/node';
import { ONLY_SUPPORT } from '#app/domain/support/give-support.server.ts';
import { mayGiveSupport, maySeeSupport } from '#app/domain/support/support.policy.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>;

/** Who may read what help a case is given; to others the page is not there. */
export async function supportAsked(asked: Asked) {
  const found = await caseAsked(asked);
  return maySeeSupport(found.file.roles) ? found : notFound();
}

/** Who enters it. */
export async function givingAsked(asked: Asked) {
  const found = await supportAsked(asked);
  return mayGiveSupport(found.file.roles) ? found : forbidden(ONLY_SUPPORT);
}
