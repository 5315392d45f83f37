import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { keepDecisionDraft, type DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { criteriaForm, VERDICTS, type DecisionDraft } from '#app/domain/decisions/decisions.schema.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { againstBoard } from '#workflows/boards.ts';
import { titled } from '../stages/titled.ts';
import classes from './decisions.module.css';
import { chosenDesk } from './desk.server.ts';
import { ForYouToKnow } from './for-you-to-know.tsx';
import { decisionPath, nextStep } from './steps.ts';

export const handle = { script: false };

export const loader = async (asked: LoaderFunctionArgs) => ({ desk: (await chosenDesk(asked)).desk });

export async function action(asked: ActionFunctionArgs) {
  const { actor, desk } = await chosenDesk(asked);
  const read = parseForm(await asked.request.formData(), criteriaForm(desk.criteria.map((c) => c.key)));
  if (!read.ok) return refused(read.errors, read.values);
  const sent = read.value as Record<string, string | undefined>;
  const criteria = desk.criteria.map((c): DecisionDraft['criteria'][number] => {
    const verdict = sent[`verdict-${c.key}`] as 'met' | undefined;
    return { criterion: c.key, ...(verdict && { verdict }), note: sent[`note-${c.key}`] ?? '' };
  });
  const approving = desk.draft.outcome === 'approved' || desk.draft.outcome === 'approvedWithConditions';
  const kept = await keepDecisionDraft(actor, desk.case.id, desk.stage.key, { criteria, ...(approving && { note: sent.note ?? '' }) });
  if (!kept.ok) return refusal(kept, read.value as Record<string, string>);
  if (sent.intent === 'later') return redirect(`/cases/${desk.case.id}/stages/${desk.stage.key}/review`);
  const errors = [
    ...criteria.filter((c) => !c.verdict).map((c) => ({ id: `verdict-${c.criterion}`, message: `Select a verdict: ${desk.criteria.find((k) => k.key === c.criterion)!.title}` })),
    ...(approving ? criteria.filter((c) => c.verdict === 'notMet' && desk.criteria.find((k) => k.key === c.criterion)!.blocking).map((c) => ({ id: `verdict-${c.criterion}`, message: `This must be met before you approve: ${desk.criteria.find((k) => k.key === c.criterion)!.title}` })) : []),
    ...(approving && adviceAgainst(desk).length && !sent.note ? [{ id: 'note', message: `Enter why you decide against this advice: ${adviceAgainst(desk).join(', ')}` }] : []),
  ];
  if (errors.length) return refused(errors, {});
  return redirect(nextStep(decisionPath(desk.case.id, desk.stage.key), desk.draft.outcome, 'criteria'));
}

/** What an approval would go against: reviews that do not support it, and what most of the board said. */
function adviceAgainst({ draft, objections, board }: DecisionDesk): string[] {
  const move = draft.outcome === 'approved' ? 'approve' : 'approveWithConditions';
  const majority = board?.majority ?? null;
  return [...objections.map((title) => `${title}: not supported`), ...(againstBoard(move, majority) ? [majority === 'notSupport' ? 'most of the board do not support it' : 'most of the board support it with conditions'] : [])];
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Criteria', data?.desk.case.title);

export default function Criteria() {
  const { desk } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const value = (name: string, kept: string | undefined) => again?.values[name] ?? kept ?? '';
  const kept = new Map(desk.draft.criteria.map((c) => [c.criterion, c]));
  const approving = desk.draft.outcome === 'approved' || desk.draft.outcome === 'approvedWithConditions';
  const against = adviceAgainst(desk);
  return (
    <Page title="Criteria" caption={`${desk.stage.title}, version ${desk.version.number}`} back={{ to: decisionPath(desk.case.id, desk.stage.key), label: 'Your decision' }} errors={again?.errors ?? []} wide lead={<p>Give a verdict on each. The team reads your notes.</p>}>
      <Columns aside={<ForYouToKnow desk={desk} />} label="For you to know">
        <Form method="post" noValidate>
          {desk.criteria.map((c) => (
            <div key={c.key} className={classes.criterion}>
              <Question id={`verdict-${c.key}`} as="fieldset" title={c.title} why={`${c.looksFor}${c.blocking ? ' This must be met before you approve.' : ''}`} {...errorAt(again?.errors, `verdict-${c.key}`)}>
                <ChoiceField name={`verdict-${c.key}`} inline defaultValue={value(`verdict-${c.key}`, kept.get(c.key)?.verdict)} choices={VERDICTS.map(([v, label]) => ({ value: v, label }))} />
              </Question>
              <Question id={`note-${c.key}`} as="field" size="s" optional title="Your note" legend={`Your note on: ${c.title}`} {...errorAt(again?.errors, `note-${c.key}`)}>
                <LongTextField name={`note-${c.key}`} rows={2} defaultValue={value(`note-${c.key}`, kept.get(c.key)?.note)} />
              </Question>
            </div>
          ))}
          {approving ? (
            <Question
              id="note" as="field" title={against.length ? 'Why do you decide against the advice?' : 'Anything else for the record'} optional={against.length === 0}
              {...(against.length && { why: `The advice: ${against.join(', ')}.` })} {...errorAt(again?.errors, 'note')}
            >
              <LongTextField name="note" rows={4} defaultValue={value('note', desk.draft.note)} />
            </Question>
          ) : null}
          <Buttons><PrimaryButton>Continue</PrimaryButton><SecondaryButton name="intent" value="later">Save and come back later</SecondaryButton></Buttons>
        </Form>
      </Columns>
    </Page>
  );
}
