import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { judgeBenefit } from '#app/domain/verdicts/judge-benefit.server.ts';
import { judgingPage, type JudgingPage } from '#app/domain/verdicts/verdict-pages.server.ts';
import { VERDICTS, verdictSchema } from '#app/domain/verdicts/verdicts.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Story, VerdictTag } from './verdict-pieces.tsx';
import classes from './verdicts.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await judgingPage(reader(), file, asked.params.benefit!)) ?? notFound();
  return typeof page === 'string' ? forbidden(`${page}.`) : page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, verdictSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const judged = await judgeBenefit(actor, params.case!, params.benefit!, read.value);
  return judged.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/verdicts/${judged.value.verdictId}`) : refusal(judged, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && `Judge - ${page.benefit.title}`, page?.case.title);

export default function NewVerdict() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { proposed, given, benefit } = page;
  return (
    <Page title={given ? 'Replace the verdict' : 'Judge this benefit'} caption={`${benefit.title} - benefit ${benefit.number}`} back={{ to: `/cases/${page.case.id}/verdicts`, label: 'Verdicts' }} errors={again?.errors ?? []} lead={<p>{`${page.review.title}.`}</p>}>
      {given ? <Inset><p>{`${given.by}: `}<VerdictTag words={given.words} /></p>{given.reasons ? <p>{given.reasons}</p> : null}<p>What you send replaces that verdict. Both stay on record.</p></Inset> : null}
      <section>
        <h2>What the results point to</h2>
        <p className={classes.head}><VerdictTag words={proposed.words} /><span>{proposed.grade}</span></p>
        <ul>{proposed.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      </section>
      <section>
        <h2>The figures</h2>
        <SummaryList rows={page.figures} />
        <p><Link to={`/cases/${page.case.id}/benefits/${benefit.id}/results`}>See every result</Link></p>
      </section>
      {page.stories.length ? <section><h2>Evidence in words</h2>{page.stories.map((story) => <Story key={story.id} story={story} />)}</section> : null}
      <Judging page={page} again={again} />
    </Page>
  );
}

function Judging({ page, again }: { page: JudgingPage; again: Again | undefined }) {
  const was = again?.values ?? {};
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  const choices = VERDICTS.map(([value, title, hint]) => ({ value, label: title === page.proposed.words.title ? `${title}: the results point to this` : title, hint }));
  return (
    <section>
      <h2>Your verdict</h2>
      <Form method="post" noValidate className="flow">
        {Object.entries({ key: page.key, reviewOn: page.review.on, saw: page.saw, replaces: page.given?.id ?? '' }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Question id="verdict" as="fieldset" size="s" title="What came of this promise?" {...errorAt(again?.errors, 'verdict')}><ChoiceField name="verdict" choices={choices} defaultValue={was.verdict ?? ''} /></Question>
        <Question {...ask('reasons')} title="Your reasons" optional={!page.given} hint={page.given ? 'Why you replace the earlier verdict' : 'Needed where you differ from what the results point to. The public statement shows them then, so name nobody'}>
          <LongTextField name="reasons" rows={5} defaultValue={was.reasons ?? ''} />
        </Question>
        <h3>If it is missed</h3>
        <p>{page.consequence ? `Both sides agreed what follows: ${page.consequence}` : 'Nothing was agreed to follow from a miss.'}</p>
        <Question {...ask('action')} title="What will be done about it"><LongTextField name="action" rows={3} defaultValue={was.action ?? ''} /></Question>
        <Question {...ask('actionOwner')} title="Who will see to it"><SelectField name="actionOwner" empty="Select one" options={page.people} defaultValue={was.actionOwner ?? ''} /></Question>
        <Question {...ask('actionDueOn')} title="Due by" hint="For example, 27 3 2027"><TextField name="actionDueOn" width={10} defaultValue={was.actionDueOn ?? ''} /></Question>
        <Buttons><PrimaryButton>{page.given ? 'Replace the verdict' : 'Give the verdict'}</PrimaryButton></Buttons>
      </Form>
    </section>
  );
}
