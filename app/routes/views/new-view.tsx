import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { saveView } from '#app/domain/views/saved-views.server.ts';
import { viewSchema } from '#app/domain/views/views.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { addressOfView, filtersIn, isViewPage, VIEW_PAGES } from '#workflows/saved-views.ts';

export const handle = { script: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  const asked = new URL(request.url).searchParams;
  const page = asked.get('page') ?? '';
  if (!isViewPage(page)) return notFound();
  const search = filtersIn(page, new URLSearchParams(asked.get('search') ?? ''));
  return { page, search, title: VIEW_PAGES[page].title, back: addressOfView(page, search) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, viewSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const saved = await saveView(actor, read.value);
  return saved.ok ? redirect(saved.value.to) : refusal(saved, typed(form));
}

const TITLE = 'Save these filters';
export const meta: MetaFunction = () => [{ title: `${TITLE} - Slipway` }];

export default function NewView() {
  const { page, search, title, back } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title={TITLE} caption={title} back={{ to: back, label: title }} errors={again?.errors ?? []} lead={<p>The filters are kept under a name of yours and listed above the list. Only you see it. What the list holds is always as of now.</p>}>
      <Form method="post" noValidate>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="search" value={search} />
        <Question id="name" as="field" size="s" title="Name" hint="For example, Paused in London" {...errorAt(again?.errors, 'name')}><TextField name="name" width={20} defaultValue={again?.values.name ?? ''} /></Question>
        <Buttons><PrimaryButton>Save</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
