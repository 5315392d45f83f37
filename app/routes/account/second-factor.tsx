import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { secondFactorSchema } from '#app/domain/people/people.schema.ts';
import { renewRecoveryCodes, secondFactorPage, setUpSecondFactor, turnOffSecondFactor, turnOnSecondFactor, type SecondFactorPage } from '#app/domain/people/second-factor.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { errorAt, parseForm, type FormError } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { ButtonLink, Buttons, PrimaryButton, SecondaryButton, WarningButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { PasswordField } from '#app/ui/password-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SquareCode } from '#app/ui/square-code.tsx';
import { CodeQuestion } from '../people/code-question.tsx';
import { Username } from '../people/new-password-field.tsx';

export const handle = { script: false };
const TITLE = 'Code from an app';
export const meta: MetaFunction = () => [{ title: `${TITLE} - Slipway` }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return { email: actor.email, page: await secondFactorPage(reader(), actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), secondFactorSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const { intent, password, code } = read.value;
  if (intent === 'begin') {
    const begun = await setUpSecondFactor(actor, context.address, password);
    return begun.ok ? redirect('/account/second-factor') : refusal(begun);
  }
  if (intent === 'off') {
    const off = await turnOffSecondFactor(actor, code);
    return off.ok ? redirect('/account?done=factor-off') : refusal(off);
  }
  const made = await (intent === 'on' ? turnOnSecondFactor(actor, code) : renewRecoveryCodes(actor, code));
  return made.ok ? data({ codes: made.value, errors: [] as FormError[], values: {} }) : refusal(made);
}

export default function SecondFactor() {
  const { email, page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const errors = answered?.errors ?? [];
  const back = { to: '/account', label: 'Your account' };
  if (answered && 'codes' in answered) return <Page title="Keep your recovery codes" back={back}><Codes codes={answered.codes} /></Page>;
  return (
    <Page title={TITLE} back={back} errors={errors}>
      {page.state === 'off' ? <Off email={email} errors={errors} /> : page.state === 'begun' ? <Begun page={page} errors={errors} /> : <On page={page} errors={errors} />}
    </Page>
  );
}

const Off = ({ email, errors }: { email: string; errors: FormError[] }) => (
  <>
    <p>A password can be guessed or stolen. An app on your phone can give you a new code every 30 seconds, and we then ask for one when you sign in and before you sign a decision.</p>
    <p>Any app that gives such codes will do; many phones have one built in. You need it now.</p>
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="begin" />
      <Username email={email} />
      <Question id="password" as="field" size="s" title="Your password" {...errorAt(errors, 'password')}>
        <PasswordField name="password" autoComplete="current-password" />
      </Question>
      <Buttons><PrimaryButton>Set it up</PrimaryButton></Buttons>
    </Form>
  </>
);

const Begun = ({ page, errors }: { page: Extract<SecondFactorPage, { state: 'begun' }>; errors: FormError[] }) => (
  <>
    <p>In your app, add an account and let it read this picture.</p>
    <SquareCode label="Picture for your app, with the same key as below" {...page.picture} />
    <p>If you cannot use the picture, type this key into the app instead:</p>
    <Inset><p><strong>{page.key}</strong></p></Inset>
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="on" />
      <CodeQuestion errors={errors} hint="The six digits that your app shows now" />
      <Buttons><PrimaryButton>Turn it on</PrimaryButton></Buttons>
    </Form>
    <p>Until you do, your password alone signs you in.</p>
  </>
);

const On = ({ page, errors }: { page: Extract<SecondFactorPage, { state: 'on' }>; errors: FormError[] }) => (
  <>
    <p>{`Since ${day(dayOf(page.since))} we ask you for a code when you sign in, and before you sign a decision.`}</p>
    <p>{page.left === 0 ? 'You have no recovery code left. Make new ones, or a lost phone keeps you out.' : `You have ${counted(page.left, 'recovery code')} left for the day your phone is lost. New ones take the place of all you have.`}</p>
    <Form method="post" noValidate>
      <CodeQuestion errors={errors} />
      <Buttons>
        <SecondaryButton name="intent" value="codes">Make new recovery codes</SecondaryButton>
        <WarningButton name="intent" value="off">Turn it off</WarningButton>
      </Buttons>
    </Form>
  </>
);

const Codes = ({ codes }: { codes: string[] }) => (
  <>
    <p>Print these or write them down now. We show them this once. Each signs you in once if your phone is lost.</p>
    <ul>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
    <p>Keep them where you keep other papers that matter, not on the phone.</p>
    <Buttons><ButtonLink to="/account?done=factor-on">I have kept them</ButtonLink></Buttons>
  </>
);
