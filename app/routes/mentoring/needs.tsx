import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { needForm } from '#app/domain/mentoring/case-mentoring-page.server.ts';
import { sayNeed } from '#app/domain/mentoring/choose-advisers.server.ts';
import { OFTEN } from '#app/domain/mentoring/mentoring-words.ts';
import { needSchema } from '#app/domain/mentoring/mentoring.schema.ts';
import { chosen, errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, ChoicesField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { FORMS, REGIONS, SERVICES, SIZES } from '#workflows/mentors.ts';
import { choicesOf, TopicsQuestion } from '../mentors/fields.tsx';
import { titled } from '../stages/titled.ts';
import { seekAsked } from './seek.server.ts';

export const handle = { script: false };

export const loader = async (args: LoaderFunctionArgs) => needForm(reader(), (await seekAsked(args)).file);

export async function action(args: ActionFunctionArgs) {
  const { actor, file } = await seekAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, needSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const said = await sayNeed(actor, file.case.id, read.value);
  return said.ok ? redirect(`/cases/${file.case.id}/mentoring/choices`) : refusal(said, typed(form));
}

const TITLE = 'What do you need help with?';
export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && TITLE, page?.case.title);

export default function Needs() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const [errors, was] = [again?.errors ?? [], again?.values ?? page.values];
  const back = `/cases/${page.case.id}/mentoring`;
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(errors, id) });
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: back, label: 'Mentoring' }} errors={errors} lead={<p>It finds you people who know about it, and goes with every request, so that they can answer well. Those who judge your case do not see it.</p>}>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="revision" value={was.revision ?? '0'} />
        <TopicsQuestion errors={errors} values={was} title="Topics" hint={page.from || 'Select all that apply'} />
        <Question {...ask('stuck')} title="What are you stuck on?"><LongTextField name="stuck" rows={4} defaultValue={was.stuck ?? ''} /></Question>
        <Question {...ask('tried')} title="What have you tried?" optional><LongTextField name="tried" rows={3} defaultValue={was.tried ?? ''} /></Question>
        <Question id="often" as="fieldset" size="s" title="How often would you like to talk?" {...errorAt(errors, 'often')}><ChoiceField name="often" choices={OFTEN.map(([value, label]) => ({ value, label }))} defaultValue={was.often ?? ''} /></Question>
        <Question id="services" as="fieldset" size="s" title="Which services would move?" optional hint="To find somebody who runs them too" {...errorAt(errors, 'services')}><ChoicesField name="services" choices={choicesOf(SERVICES)} defaultValue={chosen(was, 'services')} /></Question>
        <Question {...ask('size')} title="How many staff are you?" optional><SelectField name="size" empty="Not said" options={choicesOf(SIZES)} defaultValue={was.size ?? ''} /></Question>
        <Question {...ask('legalForm')} title="Legal form you have in mind" optional><SelectField name="legalForm" empty="Not chosen yet" options={choicesOf(FORMS)} defaultValue={was.legalForm ?? ''} /></Question>
        <Question {...ask('region')} title="Region" optional><SelectField name="region" empty="Not said" options={choicesOf(REGIONS)} defaultValue={was.region ?? ''} /></Question>
        <Buttons><PrimaryButton>Save and see who could help</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
