import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { namePartners } from '#app/domain/partners/confirm-stage.server.ts';
import { partnersPage } from '#app/domain/partners/partners-page.server.ts';
import { partnersForm } from '#app/domain/partners/partners.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { PartnersOf, TITLE } from './partners-of.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await partnersPage(reader(), file, asked.params.stage!)) ?? notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, partnersForm);
  if (!read.ok) return refused(read.errors, read.values);
  const named = await namePartners(actor, params.case!, params.stage!, read.value.people);
  return named.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/partners`) : refusal(named, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Partners() {
  return <PartnersOf page={useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? []} />;
}
