import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ownersSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { ownersOnOffer } from '#app/domain/benefits/owners.server.ts';
import { mayEdit } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { asking } from './asking.ts';
import { benefitAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitAsked(asked);
  if (page.view.withdrawn) notFound();
  if (!mayEdit(file.roles)) forbidden('Only the team can say who owns a benefit.');
  return { page, offered: await ownersOnOffer(reader(), file, page.form) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, ownersSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { revision, ...details } = read.value;
  const described = await describeBenefit(actor, params.case!, params.benefit!, details, { revision });
  return described.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=owners`) : refusal(described, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Who owns it - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function Owners() {
  const { page, offered } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { was, ask, of } = asking(page.form, again);
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page title="Who owns it" caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []} lead={<p>A promise needs one person on each side. They are told when you name them, and they can be named anew at any time.</p>}>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="revision" value={was.revision} />
        <Question {...ask('providerOwner')} title="Owner in the team" hint="Sees to it that the benefit comes true"><SelectField {...of('providerOwner')} empty="Nobody yet" options={offered.providerOwner} /></Question>
        <Question {...ask('commissionerOwner')} title="Owner on the approver's side" hint="Confirms results and agrees to changes. Somebody else than the first"><SelectField {...of('commissionerOwner')} empty="Nobody yet" options={offered.commissionerOwner} /></Question>
        <Question {...ask('recorder')} title="Who records results" hint="Is reminded when a result is due"><SelectField {...of('recorder')} empty="Nobody yet" options={offered.recorder} /></Question>
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
