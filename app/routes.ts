import { prefix, route, type RouteConfig } from '@remix-run/route-config';

/** Every address of Slipway. One action, one intention: each verb is a resource with its own file. */
export default [
  route('/', 'routes/home/home.tsx', { index: true }),
  route('sign-in', 'routes/people/sign-in.tsx'),
  route('sign-out', 'routes/people/sign-out.ts'),
  route('sign-up', 'routes/people/sign-up.tsx'),
  route('confirm/:token', 'routes/people/confirm.tsx'),
  route('reset', 'routes/people/reset.tsx'),
  route('reset/:token', 'routes/people/new-password.tsx'),
  route('invitations/:token', 'routes/people/invitation.tsx'),
  route('kept', 'routes/people/kept.tsx'),
  ...prefix('account', [
    route('', 'routes/account/account.tsx', { index: true }),
    route('details', 'routes/account/details.tsx'),
    route('password', 'routes/account/password.tsx'),
    route('colours', 'routes/account/colours.tsx'),
    route('sessions', 'routes/account/sessions.tsx'),
  ]),
  route('cases', 'routes/cases/cases.tsx'),
  route('cases/new', 'routes/cases/new-case.tsx'),
  ...prefix('cases/:case', [
    route('', 'routes/cases/case.tsx', { index: true }),
    route('stages', 'routes/cases/stages.tsx'),
    route('moves/:move', 'routes/cases/move.tsx'),
  ]),
  ...prefix('cases/:case/stages/:stage', [
    route('', 'routes/stages/stage.tsx', { index: true }),
    route(':section', 'routes/stages/section.tsx'), // last: every other word under a stage stands before it
  ]),
  route('notifications', 'routes/notifications/notifications.tsx'),
  route('guidance', 'routes/guidance/guidance.tsx'),
  route('guidance/glossary', 'routes/guidance/glossary.tsx'),
  route('guidance/:topic', 'routes/guidance/topic.tsx'),
  route('help', 'routes/about/help.tsx'),
  route('accessibility', 'routes/about/accessibility.tsx'),
  route('privacy', 'routes/about/privacy.tsx'),
  route('demo', 'routes/demo/people.tsx'),
  route('demo/outbox', 'routes/demo/outbox.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
