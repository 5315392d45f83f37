import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { mayLead } from '#app/domain/cases/cases.policy.ts';
import { shareStages } from '#app/domain/cases/share-stages.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { partPage } from '#app/domain/people/part-pages.server.ts';
import { sharingSchema } from '#app/domain/people/parts.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await partPage(reader(), file, params.part!)) ?? notFound();
  if (page.role !== 'mentor') notFound();
  return mayLead(file.roles) ? page : forbidden('Only the team lead can choose what a mentor sees.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), sharingSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const shared = await shareStages(actor, params.case!, params.part!, read.value.stages);
  return shared.ok ? redirect(`/cases/${params.case}/people`) : refusal(shared);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Share stages - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Sharing() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title={`Share stages with ${page.name}`} caption={page.case.title} back={{ to: `/cases/${page.case.id}/people`, label: 'People' }} errors={again?.errors ?? []}>
      <p>A mentor can read what you share, drafts too, and can leave questions and suggestions. They never decide.</p>
      <Form method="post">
        <Question id="stages" as="fieldset" title={`Which stages may ${page.name} read?`} {...errorAt(again?.errors, 'stages')}>
          <ChoicesField name="stages" defaultValue={page.shared} choices={page.stages} />
        </Question>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
