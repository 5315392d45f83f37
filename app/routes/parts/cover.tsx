import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { coverPage, type CoverPage } from '#app/domain/covers/cover-page.server.ts';
import { coverSchema } from '#app/domain/covers/covers.schema.ts';
import { nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { Table } from '#app/ui/table.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await coverPage(reader(), file, params.part!)) ?? notFound();
  return page === 'forbidden' ? forbidden('Only the approver themself or the support unit can name a deputy.') : page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, coverSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { key, ...wanted } = read.value;
  const named = await nameDeputy(actor, params.case!, params.part!, wanted, { key, payload: { ...wanted, part: params.part } });
  return named.ok ? redirect(`/cases/${params.case}/people`) : refusal(named, typed(form));
}

const titleOf = (page: CoverPage) => (page.own ? 'Name your deputy' : `Name a deputy for ${page.name}`);
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${titleOf(page)} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Cover() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was = again?.values ?? {};
  const days = (name: string) => ({ day: was[`${name}.day`] ?? '', month: was[`${name}.month`] ?? '', year: was[`${name}.year`] ?? '' });
  return (
    <Page title={titleOf(page)} caption={page.case.title} back={{ to: `/cases/${page.case.id}/people`, label: 'People' }} errors={again?.errors ?? []}>
      <p>{`A deputy does all that ${page.own ? 'you do' : `${page.name} does`} as ${page.role}, from the first day to the end of the last. Every decision they sign names both people.`}</p>
      <p>Nobody who was ever in the team, has a stake in the new organisation or reviewed the version can stand in.</p>
      {page.covers.length ? <Covers page={page} /> : null}
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="key" value={page.key} />
        <Question id="email" as="field" size="s" title="What is the deputy's email address?" hint="They must have an account already" {...errorAt(again?.errors, 'email')}>
          <TextField name="email" type="email" defaultValue={was.email ?? ''} />
        </Question>
        <Question id="from" as="fieldset" size="s" title="First day" hint="For example, 1 5 2027" {...errorAt(again?.errors, 'from')}><DateField name="from" defaultValue={days('from')} /></Question>
        <Question id="until" as="fieldset" size="s" title="Last day" hint="This day counts too. Cover lasts 90 days at most" {...errorAt(again?.errors, 'until')}><DateField name="until" defaultValue={days('until')} /></Question>
        <Question id="reason" as="field" size="s" title="Why is cover needed?" hint="For example, annual leave. Leave out anything about health" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" rows={2} defaultValue={was.reason ?? ''} /></Question>
        <Buttons><PrimaryButton>Name the deputy</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}

const Covers = ({ page }: { page: CoverPage }) => (
  <section>
    <h2>Cover so far</h2>
    <Table
      caption="Cover so far" captionHidden head={[{ label: 'Deputy' }, { label: 'Days' }, { label: 'Why' }, { label: 'How it stands' }, { label: 'Change' }]}
      rows={page.covers.map((c) => ({
        key: c.id,
        cells: [
          c.deputy, c.days, <span key="why">{c.reason} <span className="quiet small">{c.named}</span></span>, c.state,
          c.open ? <Link key="end" to={`/cases/${page.case.id}/people/${page.part}/cover/${c.id}/ending`}>End early<span className="visually-hidden">{`, the cover by ${c.deputy}`}</span></Link> : 'Nothing',
        ],
      }))}
    />
  </section>
);
