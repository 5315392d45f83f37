import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { mayLead } from '#app/domain/cases/cases.policy.ts';
import { shareStages } from '#app/domain/cases/share-stages.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { partPage } from '#app/domain/people/part-pages.server.ts';
import { sharingSchema } from '#app/domain/people/parts.schema.ts';
import { chosen, errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
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
  const form = await request.formData();
  const read = parseForm(form, sharingSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const shared = await shareStages(actor, params.case!, params.part!, read.value.stages, read.value.until ?? null);
  return shared.ok ? redirect(`/cases/${params.case}/people`) : refusal(shared, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Share stages - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Sharing() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const part = (name: 'day' | 'month' | 'year', known: string | undefined) => again?.values[`until.${name}`] ?? known ?? '';
  const [year, month, date] = page.until?.split('-') ?? [];
  return (
    <Page title={`Share stages with ${page.name}`} caption={page.case.title} back={{ to: `/cases/${page.case.id}/people`, label: 'People' }} errors={again?.errors ?? []}>
      <p>A mentor can read what you share, drafts too, and can leave questions and suggestions. They read no other stage and never decide. They also see the overview of the case, its people and its promised benefits. Each day on which they read a stage is on the timeline.</p>
      <Form method="post" noValidate>
        <Question id="stages" as="fieldset" title={`Which stages may ${page.name} read?`} hint="To take everything back at once, clear every stage" {...errorAt(again?.errors, 'stages')}>
          <ChoicesField name="stages" defaultValue={again ? chosen(again.values, 'stages') : page.shared} choices={page.stages} />
        </Question>
        <Question id="until" as="fieldset" title="What is the last day they can read it?" hint="For example 27 3 2027. Access ends by itself after that day. We tell you both a week before" {...errorAt(again?.errors, 'until')}>
          <DateField name="until" defaultValue={{ day: part('day', date && String(Number(date))), month: part('month', month && String(Number(month))), year: part('year', year) }} />
        </Question>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
