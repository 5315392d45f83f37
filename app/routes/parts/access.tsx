import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { hasAccess, LEVEL_WORDS, LEVELS, mayLead } from '#app/domain/cases/cases.policy.ts';
import { setAccess } from '#app/domain/cases/set-access.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { partPage } from '#app/domain/people/part-pages.server.ts';
import { accessSchema } from '#app/domain/people/parts.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import type { StageKey } from '#workflows/definition.ts';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await partPage(reader(), file, params.part!)) ?? notFound();
  if (!hasAccess(page.role)) notFound();
  return mayLead(file.roles) ? page : forbidden('Only the team lead can choose what somebody may do.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), accessSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const set = await setAccess(actor, params.case!, params.part!, read.value);
  return set.ok ? redirect(`/cases/${params.case}/people`) : refusal(set);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `What ${page.name} may do - ${page.case.title} - Slipway` : 'Slipway' }];

const OPTIONS = LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }));

export default function AccessOfPart() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title={`What may ${page.name} do?`} caption={page.case.title} back={{ to: `/cases/${page.case.id}/people`, label: 'People' }} errors={again?.errors ?? []}>
      <p>Everybody in the team reads every stage. Choose where they may also comment, and where they may change answers and documents.</p>
      <Form method="post">
        {page.stages.map(({ value, label }) => (
          <Question key={value} id={value} as="field" size="s" title={label} {...errorAt(again?.errors, value)}>
            <SelectField name={value} options={OPTIONS} defaultValue={again?.values[value] ?? page.access[value as StageKey] ?? 'edit'} />
          </Question>
        ))}
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
