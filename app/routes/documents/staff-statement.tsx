import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { statementForm } from '#app/domain/evidence/documents.schema.ts';
import { mayState, statementPage, writeStatement } from '#app/domain/evidence/staff-statement.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await statementPage(reader(), file, asked.params.stage!)) ?? notFound();
  if (!file.roles.includes('staffSide')) forbidden('Only staff side writes its statement.');
  return mayState(file, asked.params.stage!) ? page : forbidden('The workforce plan is not with the team now, so its statement stays as it is until the plan comes back.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), statementForm);
  if (!read.ok) return refused(read.errors, read.values);
  const written = await writeStatement(actor, params.case!, params.stage!, read.value.words);
  return written.ok ? redirect(`/cases/${params.case}/stages/${params.stage}`) : refusal(written, read.value);
}

const TITLE = 'Statement of staff side';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function StaffStatement() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/workforce`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: page.stage.title }} errors={again?.errors ?? []}
      lead={<p>{`It goes with the ${page.stage.noun} exactly as you write it. The team reads it and cannot change it. Whoever reviews and decides reads the same words. You can change it until the ${page.stage.noun} is sent; what you wrote before is kept.`}</p>}
    >
      <Form method="post" noValidate>
        <Question id="words" as="field" size="s" title="What do you want to say?" {...errorAt(again?.errors, 'words')}>
          <LongTextField name="words" words={1000} rows={12} defaultValue={again?.values.words ?? page.words} />
        </Question>
        <Buttons><PrimaryButton>Save the statement</PrimaryButton><Link to={path}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}
