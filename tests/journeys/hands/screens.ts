import type { Page } from '@playwright/test';

/** A screen: its address, or where the first links that match `to` lead, one after the other. `{r}` is the case in progress, `{l}` the one that is live, `{h}` the finished example. */
export interface Screen {
  path: string;
  to?: readonly RegExp[];
  status?: number;
}
const ID = '[0-9a-f-]{36}';
const each = (...paths: string[]): Screen[] => paths.map((path) => ({ path }));
const ending = (end: string) => new RegExp(`${end.replace('ID', ID)}$`);
const linked = (path: string, ...ends: string[]): Screen[] => ends.map((end) => ({ path, to: [ending(end)] }));
const through = (path: string, by: string, ...ends: string[]): Screen[] => ends.map((end) => ({ path, to: [ending(by), ending(end)] }));
/** Ways from one address, link by link. */
const deep = (path: string, ...ways: string[][]): Screen[] => ways.map((way) => ({ path, to: way.map(ending) }));
const TO_MENTORING = ['/cases/ID', '/people', '/mentoring'];
const stages = (...paths: string[]): Screen[] => paths.map((path) => ({ path: `{r}/stages/${path}` }));
const answered = (status: number, ...paths: string[]): Screen[] => paths.map((path) => ({ path, status }));

/** Every screen of the product, by who opens it. What several people see in the same way stands once. */
export const SCREENS: Readonly<Record<string, readonly Screen[]>> = {
  anybody: [
    ...each('/', '/sign-in', '/sign-up', '/sign-up?sent', '/reset', '/help', '/accessibility', '/privacy', '/demo', '/demo/outbox', '/statements', '/how-it-works', '/lessons', '/lessons?stage=contract&topic=pensions', '/mentors', '/mentors?topic=pensions&open=yes', '/mentors?topic=pensions&region=london'), ...linked('/mentors', '/mentors/ID'), ...linked('/lessons', '/lessons/ID'),
    ...each('/guidance', '/guidance/glossary', '/guidance/workforce', '/guidance/public-service-mutual'),
    ...each('/guidance/measures', '/guidance/measures?words=wait&direction=down', '/guidance/measures?words=nothing-like-this', '/guidance/measures/AC04', '/guidance/measures/FL05'),
    ...answered(404, '/vote/nobody', '/nowhere', '/statements/nobody'), ...answered(410, '/invitations/used'),
  ],
  'team-lead': [
    ...linked('/guidance/shared', '/guidance/shared/ID'), ...each('/', '/search', '/search?q=benefit', '/search?q=zzz&kind=answer', '/cases', '/cases?state=open', '/views/new?page=cases&search=state%3Dopen', '/cases/new', '/notifications', '/account', '/account/details', '/account/password', '/account/second-factor', '/account/colours', '/account/notifications'),
    ...each('{r}', '{r}/stages', '{r}/activity', '{r}/people', '{r}/invitations/new', '{r}/interests/new', '{r}/moves/pause'),
    ...linked('{r}/people', '/people/ID/ending', '/people/ID/sharing', '/people/ID/access'), ...stages('workforce/assignments', 'workforce/assignments/vote', 'workforce/partners'), ...each('{r}/comments', '{r}/comments?state=settled&kind=mustChange'),
    ...each('{r}/support', '{r}/mentoring', '{r}/mentoring/needs', '{r}/mentoring/choices'),
    ...each('{r}/ballot', '{r}/ballot/new'), ...linked('{r}/ballot', '/ballot/ID/cancellation'),
    ...each('/account/calendar', '{r}/meetings', '{r}/meetings/new', '{r}/sessions/new'), ...linked('{r}/meetings', '/meetings/ID'), ...through('{r}/meetings', '/meetings/ID', '/other-times', '/cancellation'),
  ],
  // Two teams with a mentor's help: one waits for an answer, a user-led one is in its first meetings.
  'aisha.karim': deep('/cases', TO_MENTORING, [...TO_MENTORING, '/mentoring/needs'], [...TO_MENTORING, '/mentoring/ID'], [...TO_MENTORING, '/mentoring/ID', '/moves/withdraw']),
  'dylan.moss': deep('/cases', TO_MENTORING, [...TO_MENTORING, '/mentoring/choices'], [...TO_MENTORING, '/mentoring/ID'], [...TO_MENTORING, '/mentoring/ID', '/moves/goOn'], [...TO_MENTORING, '/mentoring/ID', '/moves/end']),
  'team-member': [
    ...stages('readiness', 'business-case/sent', 'business-case/versions/2', 'business-case/versions/2?against=1', 'business-case/print', 'governance', 'governance/check', 'governance/board-members', 'contract'),
    ...stages('workforce', 'workforce/staff-list', 'workforce/vote', 'failure-plan', 'failure-plan/number-signs', 'failure-plan/service-tests'), ...each('{r}/answers/bc.track_record'),
    ...stages('workforce/comments?question=hr.two_tier', 'workforce/later-recruits'), ...linked('{r}/comments?stage=workforce&kind=suggestion', '/comments/ID'), ...linked('{r}/comments?stage=workforce&kind=question', '/comments/ID'), ...through('{r}/comments?stage=workforce&kind=question', '/comments/ID', '/task'),
  ],
  adviser: [
    ...each('{r}/benefits', '{r}/benefits/new', '{r}/results', '{r}/results/import', '{r}/documents', '{r}/documents/new?stage=workforce', '{r}/conditions'),
    ...linked('/notifications', '/results/ID/check'), ...linked('{r}/benefits', '/benefits/ID', '/benefits/ID/measure'), ...through('{r}/benefits', '/benefits/ID', '/worth', '/owners', '/withdrawal'), ...through('{r}/benefits', '/benefits/ID/measure', '/measure/library'), ...linked('{r}/documents', '/documents/ID'), ...linked('{r}/conditions', '/conditions/ID'),
  ],
  sponsor: [
    ...each('/', '{r}', '{r}/benefits', '{r}/conditions', '{r}/invitations/new', '/programme', '/programme/benefits?step=contracted', '/programme/figures'),
    ...stages('business-case', 'business-case/review', 'business-case/review?show=all', 'business-case/board', 'business-case/decision', 'proposal/reopening', 'proposal/decision/done'),
    ...stages('business-case/pack', 'business-case/pack?parts=reviews,documents,changes,decisions'), ...linked('{r}/people', '/people/ID/cover'), ...linked('{r}/stages/proposal/decision/done', '/record/ID'), ...through('{r}/stages/proposal/decision/done', '/record/ID', '/letter'), ...linked('/notifications', '/changes/ID'),
  ],
  // Their own case is live: what its team does about promises.
  'lead of the live case': [
    ...each('/', '{l}', '{l}/alerts', '{l}/statement', '{l}/results/import', '/how-it-works', '{l}/lessons', '{l}/lessons/new', '{l}/lessons/new?review=1'), ...linked('{l}/lessons', '/lessons/ID', '/lessons/ID/withdrawal'), ...linked('{l}/verdicts', '/benefits/ID/verdicts'), ...through('{l}/verdicts', '/benefits/ID/verdicts', '/stories/new', '/stories/ID/withdrawal'),
    ...through('{l}/benefits', '/benefits/ID', '/changes/new'), ...through('{l}/results', '/benefits/ID/results', '/correction'),
  ],
  quality: [...each('/', '{l}', '{l}/benefits', '{l}/stages/business-case/pack?parts=benefits', '{l}/verdicts', '{l}/results/sample'), ...linked('{l}/verdicts', '/benefits/ID/verdicts/new'), ...through('{l}/results', '/benefits/ID/results', '/results/ID/check')],
  finance: [...each('/', '{r}'), ...stages('business-case/review', 'business-case/opinion')],
  // The board: its chair convenes it for one stage, and dissolves none here, for a view is in.
  'board-member': [...each('/', '{r}'), ...stages('business-case', 'business-case/review', 'business-case/board', 'business-case/board/view')],
  'second-line': each('/', '{r}', '{r}/moves/freeze'),
  'staff-side': [...each('/', '{r}', '{r}/conditions', '{r}/documents', '{r}/ballot'), ...stages('workforce', 'workforce/statement')],
  mentor: [...each('/', '{r}', '{r}/comments', '{r}/meetings', '{r}/sessions/new', '{r}/mentoring/weeks', '{r}/mentoring/weeks/new', '/guidance/shared', '/mentoring', '/mentoring/availability', '/mentoring/conflicts'), ...stages('workforce', 'workforce/note'), ...deep('/mentoring', ['/mentoring/ID'], ['/mentoring/ID', '/refusal'])],
  auditor: [...each('/', '/cases', '{h}', '{h}/stages', '{h}/activity', '{h}/record', '{h}/conditions', '{h}/stages/proposal/discharge', '{h}/people', '{h}/benefits', '{h}/documents', '{h}/stages/review', '{h}/stages/review/versions/1', '{h}/verdicts'), ...linked('{h}/benefits', '/benefits/ID'), ...linked('{h}/verdicts', '/benefits/ID/verdicts'), ...each('{h}/results', '{h}/results/sample'), ...linked('{h}/results', '/benefits/ID/results'), ...through('{h}/results', '/benefits/ID/results', '/results/ID/check')],
  support: [
    ...each('/', '/cases', '{r}', '{r}/people', '{r}/invitations/new', '{r}/objectives'),
    ...each('/programme', '/programme?kind=real', '/programme/cases', '/programme/benefits?step=promised', '/programme/objectives', '/programme/figures', '/programme/evaluation', '/organisations', '/mail'), ...linked('/organisations', '/organisations/ID/succession'),
    ...each('/mentors/queue', '/mentors/weights', '/mentors/packages', '/mentors/new', '/guidance/shared', '{r}/support', '{r}/support/package', '{r}/support/help/new'), ...through('/mentors', '/mentors/ID', '/details', '/results', '/advisers/new', '/advisers/ID'),
  ],
  admin: each('/', '/cases'),
};

/** Forms sent as they are: what they say of what is missing is a screen too. */
export const REFUSED: Readonly<Record<string, readonly [path: string, button: string][]>> = {
  anybody: [['/sign-in', 'Sign in'], ['/sign-up', 'Send me the link'], ['/reset', 'Send me the link']],
  'team-lead': [
    ['/views/new?page=cases&search=state%3Dopen', 'Save'], ['/cases/new', 'Start the case'], ['{r}/invitations/new', 'Send the invitation'], ['{r}/interests/new', 'Declare it'], ['{r}/moves/pause', 'Pause the case'], ['{r}/meetings/new', 'Offer these times'], ['{r}/ballot/new', 'Set up the ballot'], ['{r}/sessions/new', 'Save the session'],
    ['{r}/benefits/new', 'Add the benefit'], ['{r}/documents/new', 'Add the document'], ['{r}/results/import', 'Check the rows'], ['{r}/stages/workforce/vote', 'Save and continue'], ['/account/password', 'Change password'], ['/account/second-factor', 'Set it up'], ['{r}/mentoring/needs', 'Save and see who could help'],
  ],
  'team-member': [['{r}/stages/workforce/comments?question=hr.two_tier', 'Add comment'], ['{l}/lessons/new', 'Give the lesson']],
  'board-member': [['{r}/stages/business-case/board/view', 'Send your view']],
  mentor: [['/mentoring/conflicts', 'Declare it'], ['{r}/mentoring/weeks/new', 'Save the note']],
  support: [['/mentors/new', 'Add it'], ['{r}/support/package', 'Give the package'], ['{r}/support/help/new', 'Record the help'], ['/programme/objectives', 'Set the objective'], ['/programme/figures', 'Record the figure']],
};

const TITLES = { r: 'Riverside Community Therapies', l: 'Wenbourne Foot Care', h: 'Harbour Lane Therapies' };

/** The demo's cases, found by their titles in the list this person sees; '' for one they do not see. */
export async function casesOf(page: Page): Promise<Record<keyof typeof TITLES, string>> {
  await page.goto('/cases');
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')] as const));
  const path = (title: string) => links.find(([text]) => text === title)?.[1] ?? '';
  return { r: path(TITLES.r), l: path(TITLES.l), h: path(TITLES.h) };
}

/** An address with the case it is about. */
export const inCase = (path: string, cases: Record<string, string>): string => path.replace(/^\{(\w)\}/, (_, key: string) => cases[key]!);
