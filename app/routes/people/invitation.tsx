import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { acceptAsNewcomer, acceptInvitation, invitationFor } from '#app/domain/people/accept-invitation.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { wayIn } from '#app/domain/people/introduction.server.ts';
import { newcomerSchema } from '#app/domain/people/invitations.schema.ts';
import { moment } from '#app/lib/dates.ts';
import { errorAt, parseForm, typed, type FormError, type Typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { ButtonLink, Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LinkEnded } from './link-ended.tsx';
import { NewPassword, Username } from './new-password-field.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.invitation ? `Join ${page.invitation.title} - Slipway` : 'This link no longer works - Slipway' }];

/** Looking accepts nothing: mail scanners follow links, people press buttons. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const invitation = await invitationFor(params.token ?? '');
  if (!invitation) return data({ invitation: null, who: 'nobody' as const, path: '' }, { status: 410 });
  const actor = await actorOf(request, context);
  const known = invitation.hasAccount ? 'known' : 'newcomer';
  const who = !actor ? known : actor.email === invitation.email ? 'invited' : 'somebodyElse';
  return data({ invitation, who, path: new URL(request.url).pathname });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const actor = await actorOf(request, context);
  const form = await request.formData();
  if (actor) {
    const joined = await acceptInvitation(actor, token);
    return joined.ok ? redirect(await wayIn(actor.id, `/cases/${joined.value.caseId}`, joined.value.caseId)) : refusal(joined);
  }
  const read = parseForm(form, newcomerSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const joined = await acceptAsNewcomer(request, token, read.value);
  return joined.ok ? redirect(`/how-it-works?case=${joined.value.caseId}`, { headers: { 'Set-Cookie': joined.value.cookie } }) : refusal(joined, typed(form));
}

export default function Invitation() {
  const { invitation, who, path } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (!invitation) return <LinkEnded again={{ to: '/help', label: 'Ask whoever invited you for a new one, or see Help' }} />;
  return (
    <Page title={`Join ${invitation.title}`} errors={again?.errors ?? []}>
      <p>{invitation.inviter} invites you to join as {invitation.role}. The invitation is open until {moment(invitation.until)}.</p>
      {who === 'invited' ? <Form method="post"><Buttons><PrimaryButton>Join the case</PrimaryButton></Buttons></Form> : null}
      {who === 'known' ? (
        <>
          <p>You have an account as {invitation.email}. Sign in, and you come back here.</p>
          <Buttons><ButtonLink to={`/sign-in?to=${encodeURIComponent(path)}`}>Sign in to join</ButtonLink></Buttons>
        </>
      ) : null}
      {who === 'somebodyElse' ? (
        <>
          <p>It was sent to {invitation.email}, and you are signed in as somebody else. Sign out, then open the link again.</p>
          <form method="post" action="/sign-out"><Buttons><SecondaryButton>Sign out</SecondaryButton></Buttons></form>
        </>
      ) : null}
      {who === 'newcomer' ? <NewcomerForm invitation={invitation} errors={again?.errors} values={again?.values} /> : null}
    </Page>
  );
}

interface NewcomerProps {
  invitation: { name: string; email: string };
  errors: FormError[] | undefined;
  values: Typed | undefined;
}

const NewcomerForm = ({ invitation, errors, values }: NewcomerProps) => (
  <Form method="post" noValidate>
    <Username email={invitation.email} />
    <p>Your account will be for {invitation.email}. Others see your name and job title beside what you write.</p>
    <Question id="name" as="field" size="s" title="Full name" {...errorAt(errors, 'name')}>
      <TextField name="name" autoComplete="name" defaultValue={values?.name ?? invitation.name} />
    </Question>
    <Question id="jobTitle" as="field" size="s" title="Job title" {...errorAt(errors, 'jobTitle')}>
      <TextField name="jobTitle" autoComplete="organization-title" defaultValue={values?.jobTitle ?? ''} />
    </Question>
    <NewPassword errors={errors} />
    <Buttons><PrimaryButton>Join the case</PrimaryButton></Buttons>
  </Form>
);
