import { Form, Link } from '@remix-run/react';
import type { ConditionPage } from '#app/domain/conditions/conditions-page.server.ts';
import { day, dayOf, time } from '#app/lib/dates.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import classes from './conditions.module.css';
import { whoseTurn } from './condition-words.ts';

interface Props {
  page: ConditionPage;
  done?: boolean;
  errors?: FormError[];
  values?: Typed;
}

/** One condition: what was asked, what happened, and the moves this person can make now. */
export function OneCondition({ page, done, errors = [], values = {} }: Props) {
  const path = `/cases/${page.case.id}/conditions/${page.id}`;
  return (
    <Page
      title={`Condition ${page.number}`} caption={`${page.case.title}: ${page.stage.title}`} back={{ to: `/cases/${page.case.id}/conditions`, label: 'Conditions' }} errors={errors}
      tag={<StatusTag tone={page.state.tone}>{page.state.title}</StatusTag>} {...(done && { banner: <Banner kind="success" title="Saved" /> })}
      lead={page.settled ? null : <p>{`${whoseTurn(page)}${page.late ? ` ${counted(page.late, 'day')} late.` : ''}`}</p>}
    >
      <SummaryList
        rows={[
          { key: 'What must be true', value: page.text },
          ...(page.original ? [{ key: 'As it was decided', value: page.original }] : []),
          ...(page.offered ? [{ key: 'What the team asks for instead', value: page.offered }] : []),
          { key: 'Evidence that will show it', value: page.evidence },
          { key: 'Who meets it', value: page.owner },
          { key: 'Who checks it', value: page.verifier },
          { key: 'By when', value: day(page.dueOn) },
          { key: 'What waits for it', value: page.before || 'Nothing: it only has a date' },
          { key: 'Documents', value: page.documents.length ? <ul>{page.documents.map((d) => <li key={d.id}><Link to={`/cases/${page.case.id}/documents/${d.id}`}>{d.title}</Link>{` (${d.fileName})`}</li>)}</ul> : 'None yet' },
        ]}
      />
      {page.mayAttach ? <p><Link to={`/cases/${page.case.id}/documents/new?stage=${page.stage.key}&condition=${page.id}`}>Add a document as evidence</Link></p> : null}
      {page.moves.length ? <Moves page={page} path={path} errors={errors} values={values} /> : null}
      {page.history.length ? <History page={page} /> : null}
      {page.decisionId ? <p><Link to={`/cases/${page.case.id}/stages/${page.stage.key}/decision/record/${page.decisionId}`}>See the decision it belongs to</Link></p> : null}
    </Page>
  );
}

function Moves({ page, path, errors, values }: Required<Pick<Props, 'page' | 'errors' | 'values'>> & { path: string }) {
  const only = page.moves.length === 1 ? page.moves[0] : undefined;
  return (
    <Form method="post" action={`${path}/move`} noValidate className={classes.moves}>
      {only ? <><h2>{only.title}</h2><p>{only.hint}.</p><input type="hidden" name="type" value={only.type} /></> : (
        <Question id="type" as="fieldset" title="What do you want to do?" {...errorAt(errors, 'type')}>
          <ChoiceField name="type" defaultValue={values.type ?? ''} choices={page.moves.map((m) => ({ value: m.type, label: m.title, hint: m.hint, ...(m.asks === 'date' && { below: <Until errors={errors} values={values} /> }), ...(m.asks === 'words' && { below: <Words page={page} errors={errors} values={values} /> }) }))} />
        </Question>
      )}
      <Question id="note" as="field" size="s" title={only?.type === 'sendEvidence' ? 'What shows that it is met' : 'In your words'} {...errorAt(errors, 'note')}>
        <LongTextField name="note" rows={4} defaultValue={values.note ?? ''} />
      </Question>
      <Buttons><PrimaryButton>{only?.type === 'sendEvidence' ? `Send evidence to ${page.verifier}` : only ? only.title : 'Continue'}</PrimaryButton></Buttons>
    </Form>
  );
}

const Until = ({ errors, values }: Required<Pick<Props, 'errors' | 'values'>>) => (
  <Question id="until" as="fieldset" size="s" title="The new date" hint="For example 27 3 2027" {...errorAt(errors, 'until')}>
    <DateField name="until" defaultValue={{ day: values['until.day'] ?? '', month: values['until.month'] ?? '', year: values['until.year'] ?? '' }} />
  </Question>
);

const Words = ({ page, errors, values }: Required<Pick<Props, 'page' | 'errors' | 'values'>>) => (
  <Question id="words" as="field" size="s" title="The words you would agree to" {...errorAt(errors, 'words')}>
    <LongTextField name="words" rows={3} defaultValue={values.words ?? page.text} />
  </Question>
);

function History({ page }: { page: ConditionPage }) {
  const days = [...new Set(page.history.map((h) => dayOf(h.at)))];
  return (
    <section>
      <h2>What happened</h2>
      <Timeline level={3} days={days.map((on) => ({ heading: day(on), entries: page.history.filter((h) => dayOf(h.at) === on).map((h) => ({ id: h.id, title: h.title, by: h.by, at: time(h.at), ...(h.text && { text: h.text }) })) }))} />
    </section>
  );
}
