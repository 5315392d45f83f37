import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { CHANGE, changesForm, declineForm, deferralForm, type DecisionDraft } from '#app/domain/decisions/decisions.schema.ts';
import { today } from '#app/domain/clock.server.ts';
import { parseForm, type FormError, type Parsed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Page } from '#app/ui/page.tsx';
import { titled } from '../stages/titled.ts';
import { chosenDesk } from './desk.server.ts';
import { ForYouToKnow } from './for-you-to-know.tsx';
import { ChangeReasons, DeclineReasons, DeferReasons } from './reason-fields.tsx';
import { decisionPath, nextStep, stepBefore } from './steps.ts';

export const handle = { script: false };

export const loader = async (asked: LoaderFunctionArgs) => ({ desk: (await chosenDesk(asked)).desk });

export async function action(asked: ActionFunctionArgs) {
  const { actor, desk } = await chosenDesk(asked);
  const form = await asked.request.formData();
  const read = readReasons(form, desk.draft);
  if (!read.ok) return refused(read.errors, read.values);
  const errors = wrongFor(desk.draft.outcome, read.value, desk.mustChanges.length);
  const kept = await keepDecisionDraft(actor, desk.case.id, desk.stage.key, errors.some((e) => e.id === 'until') ? { note: read.value.note ?? '' } : read.value);
  if (!kept.ok) return refusal(kept);
  if (errors.length) return refused(errors, parsedAgain(form));
  return redirect(nextStep(decisionPath(desk.case.id, desk.stage.key), desk.draft.outcome, 'reasons'));
}

type Reasons = Partial<Pick<DecisionDraft, 'note' | 'until' | 'reasons' | 'limited'>>;

/** What the page of this outcome brought, as a change of the draft. Reasons of the other outcomes stay beside it. */
function readReasons(form: FormData, draft: DecisionDraft): Parsed<Reasons> {
  if (draft.outcome === 'deferred') return parseForm(form, deferralForm);
  const others = (mine: (code: string) => boolean) => draft.reasons.filter((r) => !mine(r.code));
  if (draft.outcome === 'declined') {
    const read = parseForm(form, declineForm);
    return read.ok ? { ok: true, value: { ...read.value, reasons: [...others((code) => code !== CHANGE), ...read.value.reasons] } } : read;
  }
  const read = parseForm(form, changesForm);
  if (!read.ok) return read;
  const changes = read.value.changes.split(/\n+/).map((line) => line.replace(/^[-*•]\s*/, '').trim()).filter(Boolean).map((text) => ({ code: CHANGE, text: text.slice(0, 2000) }));
  return { ok: true, value: { reasons: [...others((code) => code === CHANGE), ...changes], limited: read.value.limited === 'yes' } };
}

function wrongFor(outcome: DecisionDraft['outcome'], value: Reasons, mustChanges: number): FormError[] {
  if (outcome === 'deferred' && (value.until ?? '') <= today()) return [{ id: 'until', message: 'The new date must be after today' }];
  const named = mustChanges + (value.reasons ?? []).filter((r) => r.code === CHANGE).length;
  return outcome === 'changesRequested' && named === 0 ? [{ id: 'changes', message: 'Enter at least one change, or mark a comment "Must change" on the review page' }] : [];
}

const parsedAgain = (form: FormData) => Object.fromEntries([...form].flatMap(([name, sent]) => (typeof sent === 'string' ? [[name, sent]] : [])));

const TITLES: Partial<Record<NonNullable<DecisionDraft['outcome']>, string>> = { changesRequested: 'What must change', declined: 'Reasons for declining', deferred: 'When will you decide?' };
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && (TITLES[data.desk.draft.outcome] ?? 'Reasons'), data?.desk.case.title);

export default function ReasonsPage() {
  const { desk } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { outcome } = desk.draft;
  const shared = { desk, errors: again?.errors ?? [], values: again?.values ?? {} };
  return (
    <Page title={TITLES[outcome] ?? 'Reasons'} caption={`${desk.stage.title}, version ${desk.version.number}`} back={stepBefore(decisionPath(desk.case.id, desk.stage.key), outcome, 'reasons')} errors={again?.errors ?? []} wide>
      <Columns aside={<ForYouToKnow desk={desk} />} label="For you to know">
        <Form method="post" noValidate>
          {outcome === 'deferred' ? <DeferReasons {...shared} /> : outcome === 'declined' ? <DeclineReasons {...shared} /> : <ChangeReasons {...shared} />}
          <Buttons><PrimaryButton>Continue</PrimaryButton></Buttons>
        </Form>
      </Columns>
    </Page>
  );
}
