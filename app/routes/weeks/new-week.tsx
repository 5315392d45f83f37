import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { weekSchema } from '#app/domain/weeks/weeks.schema.ts';
import { ONLY_MENTOR, weeksPage, writeWeek } from '#app/domain/weeks/weeks.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

async function writerAsked(args: LoaderFunctionArgs) {
  const { actor, file } = await caseAsked(args);
  const page = (await weeksPage(reader(), file)) ?? notFound();
  return page.writes ? { actor, page } : forbidden(ONLY_MENTOR);
}

export const loader = async (args: LoaderFunctionArgs) => (await writerAsked(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await writerAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, weekSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const written = await writeWeek(actor, page.case.id, read.value);
  return written.ok ? redirect(`/cases/${page.case.id}/mentoring/weeks?done=written`) : refusal(written, typed(form));
}

const TITLE = 'Your note of the week';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

const BOXES = [['moved', 'What moved?'], ['stuck', 'What is stuck?'], ['next', 'What comes next?']] as const;

export default function NewWeek() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${page.case.id}/mentoring/weeks`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: back, label: 'Week by week' }} errors={again?.errors ?? []}
      lead={<p>{page.open || again ? `${page.open ?? 'This week'}. A line or two in each box. The team and the support unit read it, and it stays as you save it.` : 'You have written your note of this week. The next one is for next week.'}</p>}
    >
      {page.open || again ? (
        <Form method="post" noValidate className="flow">
          {BOXES.map(([name, title]) => (
            <Question key={name} id={name} as="field" size="s" title={title} {...errorAt(again?.errors, name)}><LongTextField name={name} rows={3} defaultValue={again?.values[name] ?? ''} /></Question>
          ))}
          <Buttons><PrimaryButton>Save the note</PrimaryButton><Link to={back}>Leave it for now</Link></Buttons>
        </Form>
      ) : null}
    </Page>
  );
}
