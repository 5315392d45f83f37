import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signDecision, signaturePage } from '#app/domain/decisions/sign-decision.server.ts';
import { signatureSchema } from '#app/domain/decisions/decisions.schema.ts';
import { reader } from '#app/domain/database.server.ts';
import { proveAgain } from '#app/domain/people/account.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { CheckDecision } from './check-decision.tsx';
import { loader as check, meta } from './check.tsx';
import { decisionPath } from './steps.ts';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => check(asked);

/** Signs the decision that was checked. A second press of the same button is answered as the first was. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, signatureSchema);
  if (!read.ok) return refused(oneForBoth(read.errors), read.values);
  const { onBehalfOf, minutes, sha256, key, password, code } = read.value;
  const headers = new Headers();
  const { asksPassword, asksCode } = await signaturePage(reader(), actor);
  if (asksPassword) {
    const missing = [...(password ? [] : [{ id: 'password', message: 'Enter your password' }]), ...(code || !asksCode ? [] : [{ id: 'code', message: 'Enter the code from your app' }])];
    if (missing.length) return refused(missing, typed(form));
    const proved = await proveAgain(actor, request, context.address, { password, code });
    if (!proved.ok) return refusal(proved, typed(form));
    headers.set('Set-Cookie', proved.value);
  }
  const signed = await signDecision(actor, params.case!, params.stage!, { onBehalfOf, minutes, sha256, key });
  if (!signed.ok) return refusal(signed, typed(form), headers);
  return redirect(`${decisionPath(params.case!, params.stage!)}/done`, { headers });
}

/** Both boxes are one thing to mend, so they have one message, at the first. */
const oneForBoth = (errors: { id: string; message: string }[]) => {
  const rest = errors.filter((e) => e.id !== 'read' && e.id !== 'allowed');
  return rest.length === errors.length ? errors : [{ id: 'read', message: 'Select both boxes to sign this decision' }, ...rest];
};

export default function Signature() {
  const again = useActionData<typeof action>();
  return <CheckDecision {...useLoaderData<typeof loader>()} errors={again?.errors ?? []} values={again?.values ?? {}} />;
}
