import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useSearchParams, type ShouldRevalidateFunction } from '@remix-run/react';
import { ballotBehind } from '#app/domain/ballots/ballot-page.server.ts';
import { maySeeBallots } from '#app/domain/ballots/ballots.policy.ts';
import { catchBenefits } from '#app/domain/benefits/catch-benefits.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { maySeeDraft } from '#app/domain/cases/cases.policy.ts';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { revisionsOf, sectionPage, type SectionPage as SectionFound } from '#app/domain/answers/section-page.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { time } from '#app/lib/dates.ts';
import { textFields, withoutRow } from '#app/lib/form-entries.ts';
import { notFound } from '#app/lib/responses.ts';
import { AskedQuestion } from '#app/ui/asked-question.tsx';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { useLiveSection } from '#app/ui/live-section.ts';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { OtherTeams } from '#app/ui/other-teams.tsx';
import { SavedLine } from '#app/ui/saved-line.tsx';
import { BallotBehind } from '../ballots/ballot-behind.tsx';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await sectionPage(reader(), file, params.stage!, params.section!)) ?? notFound();
  if (!maySeeDraft(file.roles, file.standings, page.stage.key)) notFound();
  await noteSharedReading(file, page.stage.key);
  const ballot = page.stage.key === 'workforce' ? await ballotBehind(reader(), file, page.questions.map(({ question }) => question.key)) : null;
  return { ...page, ballot, mayBallot: page.section.key === 'vote' && maySeeBallots(file.roles) };
}

/** What is saved while typing is what stands in the boxes: nothing need be read again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) => (formData?.get('intent') === 'autosave' ? false : defaultShouldRevalidate);

const COMPLETE = 'section-complete';

interface Answered {
  errors: { id: string; message: string }[];
  /** Revisions of what was saved although other answers were not right. */
  revisions: Record<string, number>;
  /** What was typed into a section that could no longer be changed. */
  unsaved: string[];
  /** What was selected about the section being complete. */
  complete?: string;
  /** Promises typed under an answer where something is to be mended. */
  promises?: Record<string, string>;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const [intent = '', question = '', row = ''] = String(form.get('intent') ?? '').split(':');
  const chosen = form.get('complete');
  const editing = intent === 'autosave' || intent === 'add-row' || intent === 'remove-row' || intent === 'add-file' || intent === 'add-benefit' || intent === 'comment';
  const completion = editing ? 'unsaid' : chosen === 'yes' ? 'yes' : chosen === 'no' || intent === 'later' ? 'no' : 'unsaid';
  const entries = textFields(form);
  const kept = intent === 'remove-row' ? withoutRow(entries, question, Number(row)) : entries;
  const on = { stage: params.stage!, section: params.section! };
  const saved = await saveSection(actor, params.case!, on, kept, completion);
  if (!saved.ok && saved.status === 404) notFound();
  const stagePath = `/cases/${params.case}/stages/${params.stage}`;
  if (intent === 'autosave') return saved.ok ? data({ at: saved.value.at, revisions: await revisionsOf(reader(), params.case!, saved.value.saved), collided: saved.value.collided }) : data(null, { status: saved.status });
  if (!saved.ok) return data<Answered>({ errors: saved.reasons.map((r) => ({ id: 'main', message: r.message })), revisions: {}, unsaved: entries.filter(([name, value]) => value.length > 3 && !name.endsWith('.revision')).map(([, value]) => value) }, { status: saved.status });
  const caught = await catchBenefits(actor, params.case!, on, entries, intent === 'add-benefit' ? question : '');
  const again = async (errors: Answered['errors']) => data<Answered>({ errors, revisions: await revisionsOf(reader(), params.case!, saved.value.saved), unsaved: [], promises: caught.typed, ...(chosen !== null && { complete: String(chosen) }) }, { status: 422 });
  if (caught.errors.length) return again(caught.errors);
  if (intent === 'add-row') return redirect(`?rows=${question}.${Number(form.get(`${question}.rows`) ?? 0) + 1}#${question}`);
  if (intent === 'remove-row') return redirect(`?#${question}`);
  if (intent === 'add-benefit') return redirect(`?promised=${caught.made.get(question) ?? ''}#${question}`);
  if (intent === 'add-file') return redirect(`/cases/${params.case}/documents/new?stage=${params.stage}&section=${params.section}&kind=${question}`);
  if (intent === 'comment') return redirect(`${stagePath}/comments?question=${encodeURIComponent(question)}`);
  const unsaid = chosen === null && intent !== 'later' ? [{ id: COMPLETE, message: "Select whether you've completed this section" }] : [];
  const errors = intent === 'later' ? [] : [...saved.value.errors, ...unsaid];
  if (errors.length) return again(errors);
  if (saved.value.collided.length) return redirect(`?collided=${saved.value.collided.length}#${saved.value.collided[0]}`);
  return redirect(`${stagePath}?saved=${params.section}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.section.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function SectionPage() {
  const answered = useActionData<Answered>();
  const { page, views, autosave, revisions, editing, said, onInput } = useLiveSection(useLoaderData<typeof loader>(), answered?.revisions);
  const [search] = useSearchParams();
  const errors = answered?.errors ?? [];
  const stagePath = `/cases/${page.case.id}/stages/${page.stage.key}`;
  const [rowsOf = '', rowCount = '0'] = splitLast(search.get('rows') ?? '');
  return (
    <Page
      title={page.section.title}
      back={{ to: stagePath, label: page.stage.title }}
      caption={`${page.stage.title} - section ${page.section.number} of ${page.section.of}`}
      errors={errors} wide
    >
      <Before page={page} unsaved={answered?.unsaved ?? []} />
      <BallotBehind page={page} />
      <p className="visually-hidden" aria-live="polite">{said}</p>
      <Form method="post" noValidate ref={autosave.form} onInput={onInput} id="section">
        {/* Enter in a text box saves; it never adds or removes a row. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">Save</button>
        {views.map((view) => (
          <AskedQuestion
            key={`${view.question.key} ${view.revision}`} // another wording is drawn anew: a box would keep what it had
            view={view}
            caseId={page.case.id}
            stage={page.stage.key}
            editable={page.editable}
            revision={Math.max(revisions[view.question.key] ?? 0, view.revision)}
            errors={[...view.errors, ...errors].filter((e) => e.id === view.question.key || e.id.startsWith(`${view.question.key}.`))}
            editing={editing.find((one) => one.question === view.question.key)}
            extraRows={rowsOf === view.question.key ? Number(rowCount) : 0}
            caught={{ typed: answered?.promises ?? {}, errors, added: search.get('promised') ?? '' }}
          />
        ))}
        {page.editable ? (
          <>
            <Question id={COMPLETE} as="fieldset" title="Have you completed this section?" {...errorOf(errors, COMPLETE)}>
              <ChoiceField
                name="complete"
                id={COMPLETE}
                defaultValue={answered?.complete ?? (page.completed ? 'yes' : '')}
                choices={[{ value: 'yes', label: "Yes, I've completed this section" }, { value: 'no', label: "No, I'll come back later" }]}
              />
            </Question>
            <SavedLine state={autosave.state} {...(autosave.saved && { at: time(autosave.saved.at) })} />
            <Buttons>
              <PrimaryButton>Save and continue</PrimaryButton>
              <SecondaryButton name="intent" value="later">Save and come back later</SecondaryButton>
            </Buttons>
          </>
        ) : (
          <p><Link to={stagePath}>{`Back to ${page.stage.title}`}</Link></p>
        )}
      </Form>
    </Page>
  );
}

/** What to know before the questions. */
const Before = ({ page, unsaved }: { page: SectionFound; unsaved: string[] }) => (
  <>
    {page.section.intro ? <Prose text={page.section.intro} /> : null}
    {page.locked ? <Inset><p>{page.locked}.</p></Inset> : null}
    {unsaved.length ? <Inset><p>What you typed was not saved. Copy it from here if you need it:</p>{unsaved.map((text) => <Prose key={text} text={text} />)}</Inset> : null}
    {page.cannotStart ? <Inset><p>{`Cannot start yet: ${page.cannotStart}.`}</p></Inset> : null}
    <OtherTeams lessons={page.lessons} />
  </>
);

const errorOf = (errors: { id: string; message: string }[], id: string) => {
  const found = errors.find((e) => e.id === id);
  return found ? { error: found.message } : {};
};

function splitLast(text: string): [string?, string?] {
  const at = text.lastIndexOf('.');
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)];
}
