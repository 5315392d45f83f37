import { Form, Link } from '@remix-run/react';
import type { MeetingPage } from '#app/domain/meetings/meeting-page.server.ts';
import { errorAt, type FormError } from '#app/lib/forms.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';

interface Props {
  page: MeetingPage;
  done: string | null;
  errors: FormError[];
}

/** A meeting: what is agreed, or the times on offer to choose from. */
export function OneMeeting({ page, done, errors }: Props) {
  const path = `/cases/${page.case.id}/meetings`;
  return (
    <Page
      title={`Meeting with ${page.who}`} caption={page.case.title} back={{ to: path, label: 'Meetings' }} errors={errors} tag={<Tag page={page} />}
      {...(done && { banner: <Banner kind="success" title={done} /> })} lead={<p>{turnOf(page)}</p>}
    >
      <SummaryList
        rows={[
          { key: 'About', value: page.topic }, { key: 'How or where', value: page.place }, { key: 'How long', value: page.length }, ...(page.when ? [{ key: 'When', value: `${page.when}, UK time` }] : []),
          ...(page.reason ? [{ key: page.state === 'cancelled' ? 'Why it was cancelled' : 'Why the times changed', value: page.reason }] : []),
        ]}
      />
      {page.may.choose ? <Choose page={page} path={path} errors={errors} /> : page.slots.length ? <Offered page={page} /> : null}
      {page.may.write ? <Buttons><ButtonLink to={`/cases/${page.case.id}/sessions/new?meeting=${page.id}`}>Write down the session</ButtonLink></Buttons> : null}
      {page.may.change ? <p><Link to={`${path}/${page.id}/other-times`}>Suggest other times</Link><br /><Link to={`${path}/${page.id}/cancellation`}>Cancel the meeting</Link></p> : null}
    </Page>
  );
}

const Tag = ({ page: { state } }: { page: MeetingPage }) => <StatusTag tone={state === 'agreed' ? 'green' : state === 'offered' ? 'violet' : 'plain'}>{{ offered: 'Times offered', agreed: 'Agreed', cancelled: 'Cancelled' }[state]}</StatusTag>;

function turnOf({ state, when, awaits, offeredBy, may }: MeetingPage): string {
  if (state === 'cancelled') return 'This meeting will not take place.';
  if (state === 'agreed') return `It is agreed for ${when}, UK time.`;
  return awaits === 'you' || may.choose ? `${offeredBy} offers these times. Choose one.` : `With ${awaits}, to choose one of the times on offer.`;
}

const Choose = ({ page, path, errors }: { page: MeetingPage; path: string; errors: FormError[] }) => (
  <Form method="post" action={`${path}/${page.id}/choice`} noValidate>
    <Question id="slot" as="fieldset" title="Which time suits you?" hint="UK time" {...errorAt(errors, 'slot')}>
      <ChoiceField name="slot" choices={page.slots} />
    </Question>
    <Buttons><PrimaryButton>Agree this time</PrimaryButton></Buttons>
  </Form>
);

const Offered = ({ page }: { page: MeetingPage }) => (
  <section>
    <h2>Times on offer</h2>
    <ul>{page.slots.map((slot) => <li key={slot.value}>{slot.label}</li>)}</ul>
  </section>
);
