import { randomUUID } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { choicesPage, type ChoicesPage } from '#app/domain/mentoring/choices-page.server.ts';
import { chooseAdvisers } from '#app/domain/mentoring/choose-advisers.server.ts';
import { REPLY_DAYS } from '#app/domain/mentoring/mentoring-words.ts';
import { choicesSchema } from '#app/domain/mentoring/mentoring.schema.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, ButtonLink, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { titled } from '../stages/titled.ts';
import { seekAsked } from './seek.server.ts';
import { SuggestionCard } from './suggestion.tsx';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await seekAsked(args);
  return { ...(await choicesPage(reader(), file)), key: randomUUID(), byHand: !file.roles.includes('lead') };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, file } = await seekAsked(args);
  const form = await args.request.formData();
  const read = parseForm(form, choicesSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { key, ...wanted } = read.value;
  const asked = await chooseAdvisers(actor, file.case.id, wanted, { key, payload: { caseId: file.case.id, ...wanted } });
  return asked.ok ? redirect(`/cases/${file.case.id}/mentoring`) : refusal(asked, typed(form));
}

const TITLE = 'Choose who to ask';
export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && TITLE, page?.case.title);

export default function Choices() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${page.case.id}/mentoring`;
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: back, label: 'Mentoring' }} errors={again?.errors ?? []}>
      {!page.needSaid ? <><p>Say first what you need help with. It finds you people who know about it.</p><p><ButtonLink to={`${back}/needs`}>Say what you need help with</ButtonLink></p></>
        : page.open ? <p>You have asked somebody already. <Link to={back}>See who, and until when they have to reply</Link>. You can take the request back there.</p>
          : <Chooser page={page} again={again} back={back} keyOfForm={page.key} byHand={page.byHand} />}
    </Page>
  );
}

function Chooser({ page, again, back, keyOfForm, byHand }: { page: ChoicesPage; again: Again | undefined; back: string; keyOfForm: string; byHand: boolean }) {
  const [errors, was] = [again?.errors ?? [], again?.values ?? {}];
  const nobody = page.suggestions.length === 0;
  return (
    <>
      {nobody ? <NoMatch byHand={byHand} back={back} /> : <p>{`${page.suggestions.length === 1 ? 'This adviser fits' : `These ${page.suggestions.length} advisers fit`} best what ${byHand ? 'the team asks' : 'you ask'} for. You choose: the points only put them in order, and each line says what they are for.`}</p>}
      {nobody && page.others.length === 0 ? null : (
        <Form method="post" noValidate className="flow">
          <input type="hidden" name="key" value={was.key ?? keyOfForm} />
          <div id="choices" tabIndex={-1} className="flow">{page.suggestions.map((one) => <SuggestionCard key={one.adviserId} one={one} places={page.suggestions.length} value={was[`choice.${one.adviserId}`] ?? ''} errors={errors} />)}</div>
          {page.others.length ? <Question id="other" as="field" size="s" title={nobody ? 'Somebody from the directory' : 'Somebody else from the directory'} optional={!nobody} hint={nobody ? 'They do not know about your topics, but may know who does' : 'Asked last'} {...errorAt(errors, 'other')}><SelectField name="other" empty="Nobody else" options={page.others} defaultValue={was.other ?? ''} /></Question> : null}
          <Question id="replyDays" as="fieldset" size="s" title="How long do they have to reply?" hint="Then the next in line is asked" {...errorAt(errors, 'replyDays')}><ChoiceField name="replyDays" inline choices={REPLY_DAYS.map((days) => ({ value: String(days), label: `${days} days` }))} defaultValue={was.replyDays ?? '7'} /></Question>
          <p className="small">They read what you ask for and the name of your case, and nothing else of it. They see a stage only when you share it.</p>
          <Buttons><PrimaryButton>Send the request</PrimaryButton><Link to={back}>Go back</Link></Buttons>
        </Form>
      )}
      {page.leftOut.length ? <section><h2>Who was left out</h2><ul>{page.leftOut.map((words) => <li key={words}>{words}</li>)}</ul></section> : null}
    </>
  );
}

const NoMatch = ({ byHand, back }: { byHand: boolean; back: string }) => (
  <Inset>
    <p><strong>No match found.</strong> Nobody who is free now helps with these topics.</p>
    <p>{byHand ? 'The team stays in your list until it has a mentor. Ask organisations in the directory whether somebody can help, or match somebody who knows part of it.' : 'What happens next: the support unit sees that you need a mentor and looks for somebody, and you are told when they ask one for you. You can go on with your case meanwhile, or change what you ask for.'}</p>
    <p><Link to={`${back}/needs`}>{byHand ? 'See what they ask for' : 'Change what you ask for'}</Link></p>
  </Inset>
);
