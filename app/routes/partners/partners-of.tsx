import { Form, Link } from '@remix-run/react';
import type { Partner } from '#app/domain/partners/partners.server.ts';
import type { PartnersPage } from '#app/domain/partners/partners-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { errorAt, type FormError } from '#app/lib/forms.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';

export const TITLE = 'Partners who confirm';

/** Where each partner stands, what the reader may confirm, and for the lead who is asked. */
export function PartnersOf({ page, errors }: { page: PartnersPage; errors: FormError[] }) {
  const { partners, choices, confirms, stage } = page;
  const path = `/cases/${page.case.id}/stages/${stage.key}`;
  return (
    <Page title={TITLE} caption={stage.title} back={{ to: path, label: stage.title }} errors={errors} lead={<p>{leadOf(page)}</p>}>
      {partners.length ? <SummaryList rows={partners.map((one) => ({ key: one.name, value: wordsOf(one) }))} /> : null}
      {confirms ? (
        <Form method="post" action={`${path}/confirmation`}>
          <input type="hidden" name="hash" value={confirms.hash} />
          <p>Read it first: <Link to={`${path}/print`}>{`all answers of the ${stage.noun}`}</Link>.</p>
          <Buttons><PrimaryButton>Confirm it as it stands now</PrimaryButton></Buttons>
        </Form>
      ) : null}
      {choices ? (
        <Form method="post" action={`${path}/partners`}>
          <Question id="people" as="fieldset" title="Who must confirm it?" hint="Nobody, unless you select somebody" {...errorAt(errors, 'people')}>
            <ChoicesField name="people" choices={choices} defaultValue={partners.map(({ id }) => id)} />
          </Question>
          <Buttons><SecondaryButton>Save who must confirm</SecondaryButton></Buttons>
        </Form>
      ) : null}
    </Page>
  );
}

function leadOf({ partners, stage }: PartnersPage): string {
  if (partners.length === 0) return `Nobody has to confirm the ${stage.noun} before it is sent. The team lead can ask partners to.`;
  return `The ${stage.noun} cannot be sent until each of these partners has confirmed the very text that is in it. A change after that asks them again.`;
}

const wordsOf = ({ state, at }: Partner): string =>
  ({ confirmed: `Confirmed on ${at ? moment(at) : ''}`, changed: `Changed since they confirmed on ${at ? moment(at) : ''}. Asked again`, asked: 'Not confirmed yet' })[state];
