import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestMail } from '#db/tables/outbox.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { calendarAt, makeFeed } from '#app/domain/calendars/feeds.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { storeFile } from '#app/domain/evidence/file-store.server.ts';
import { chooseNotices } from '#app/domain/notifications/choices.server.ts';
import { choiceName, NOTICES } from '#app/domain/notifications/kinds.ts';
import { sendSummaries } from '#app/domain/notifications/send-summaries.server.ts';
import { keepReview } from '#app/domain/stages/review-stage.server.ts';
import { refreshSearch } from '#app/domain/search/refresh-search.server.ts';
import type { Audience } from '#workflows/comments.ts';
import { stageOf } from '#workflows/form.ts';
import { bytesIn } from '#tests/domain/programme/read-bundle.ts';
import { ASKERS, siteWorld, type Asker, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, type Site } from '#tests/setup/site.ts';
import { smallPathway } from '#tests/setup/small-world.ts';
import { sha, value } from '#tests/setup/walk.ts';
import { ACCESS } from './access.table.ts';

const TEAM: readonly Asker[] = ['lead', 'member'];
const APPROVERS: readonly Asker[] = ['sponsor', 'finance', 'secondLine'];
const OVERSEERS: readonly Asker[] = ['support', 'auditor'];

/** A word in each private place, and who alone may ever meet it; the mentor's note came with the furniture. Beside each stands "heron", to search for. */
const CANARIES: Readonly<Record<string, readonly Asker[]>> = {
  canaryteamtalk: TEAM,
  canarymentortalk: [...TEAM, 'mentor', ...OVERSEERS],
  canaryreviewtalk: [...TEAM, ...APPROVERS, ...OVERSEERS, 'boardMember'],
  canarydraftcomment: ['finance'],
  canarydraftreview: ['finance'],
  canarydraftdecision: ['sponsor'],
  canarydraftanswer: [...TEAM, ...OVERSEERS],
  canaryteamfile: [...TEAM, ...OVERSEERS],
  canarymentornote: ['mentor'],
  canarybenefit: [...TEAM, ...APPROVERS, ...OVERSEERS, 'boardMember', 'mentor'],
};

let site: Site;
let world: SiteWorld;
beforeAll(async () => {
  site = await openSite();
  world = await siteWorld(site);
  await plant();
  await refreshSearch();
}, 120_000);
afterAll(async () => {
  setClock(undefined);
  await site?.close();
});

async function plant(): Promise<void> {
  const { people, words } = world;
  const caseId = words.case!;
  const say = (who: keyof typeof people, question: string, audience: Audience | undefined, text: string, mentions: string[] = []) =>
    addComment(people[who], caseId, { stage: question.startsWith('cont.') ? 'failure-plan' : question.slice('small.'.length), question, kind: 'question', text, mentions, ...(audience && { audience }) });
  value(await say('member', 'small.governance', 'team', 'canaryteamtalk beside the heron', [people.lead.id]));
  value(await say('member', 'small.proposal', 'mentor', 'canarymentortalk beside the heron', [people.mentor.id]));
  value(await say('member', 'cont.exercises', 'reviewers', 'canaryreviewtalk beside the heron', [people.sponsor.id]));
  value(await say('finance', 'cont.exercises', undefined, 'canarydraftcomment beside the heron'));
  value(await keepReview(people.finance, caseId, 'failure-plan', { role: 'finance', verdict: null, comment: 'canarydraftreview beside the heron', sha256: await sha(caseId, 'failure-plan') }));
  const criteria = stageOf(smallPathway(), 'failure-plan').stage.criteria.map(({ key }) => ({ criterion: key, verdict: 'met' as const, note: 'canarydraftdecision beside the heron' }));
  value(await keepDecisionDraft(people.sponsor, caseId, 'failure-plan', { outcome: 'changesRequested', conditions: [], criteria, reasons: [{ code: 'other', text: 'canarydraftdecision beside the heron' }] }));
  const revision = String((await answerOf(reader(), caseId, 'small.governance'))!.revision);
  value(await saveSection(people.member, caseId, { stage: 'governance', section: 'governance-all' }, [['small.governance.revision', revision], ['small.governance', 'canarydraftanswer beside the heron']], 'unsaid'));
  const stored = await storeFile([Buffer.from('%PDF-1.4 canaryteamfile\n%%EOF\n')]);
  value(await addDocument(people.lead, caseId, { stage: 'governance', kind: 'other', title: 'canaryteamfile beside the heron', fileName: 'canaryteamfile.pdf', mediaType: 'application/pdf', seenBy: 'team', personalData: false, stored }));
  value(await promiseBenefit(people.lead, caseId, { title: 'canarybenefit beside the heron', beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null }));
}

/** The canaries in a text that this person may not meet. */
const escaped = (who: Asker, text: string): string[] => Object.keys(CANARIES).filter((word) => text.includes(word) && !CANARIES[word]!.includes(who));

/** Every address that is read: as a page brings its contents to the browser, which is more than is shown; files as they are. */
const ADDRESSES = [...new Set([...ACCESS.filter(({ method }) => method === 'GET').map(({ at }) => at), '/cases/{case}/activity?kind=people', '/cases/{case}/stages/proposal/review?show=all', '/search?q=heron', '/search?q=heron&kind=answer'])].filter((at) => !/\/sign-(in|out|up)|\/\*|\/stream$/.test(at));
const isFile = (path: string) => /\.(pdf|docx|zip|csv|ics)$|\/(file|copy|template)$/.test(path);

async function read(who: Asker, at: string): Promise<string> {
  const [path = '', search] = at.replace(/\{(\w+)\}/g, (_, name: string) => world.words[name] ?? name).split('?');
  const response = await site.ask(who, 'GET', `${path === '/' ? '/_root' : path}${isFile(path) ? '' : '.data'}${search ? `?${search}` : ''}`);
  const body = Buffer.from(await response.arrayBuffer());
  return body.subarray(0, 2).toString() === 'PK' ? [...bytesIn(body)].map(([name, bytes]) => `${name} ${bytes.toString('latin1')}`).join('\n') : body.toString('utf8');
}

describe.each(ASKERS)('%s', (who) => {
  it('meets none of the words that are not for them, on any page, in any search, file or copy', async () => {
    const found: string[] = [];
    for (const at of ADDRESSES) found.push(...escaped(who, await read(who, at)).map((word) => `${at}: ${word}`));
    expect(found).toEqual([]);
  }, 120_000);

  it('nor in what the case tells while a page is open, nor in a calendar', async () => {
    const response = await site.ask(who, 'GET', `/cases/${world.words.case}/stream?after=1`);
    expect(escaped(who, response.status === 200 ? await told(response) : '')).toEqual([]);
    const person = { ...world.people, ...world.others }[who as 'lead'];
    if (!person) return; // nobody has no calendar
    const { address } = value(await makeFeed(person, 'all'));
    const text = await calendarAt(/calendar\/(.+)\.ics$/.exec(address)![1]!);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(escaped(who, text!)).toEqual([]);
  });
});

/** Everything a stream tells of the past of the case. */
async function told(response: Response): Promise<string> {
  const body = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let silent = false; !silent; ) {
    const next = await Promise.race([body.read(), new Promise<undefined>((resolve) => setTimeout(resolve, 300))]);
    silent = !next?.value;
    text += next?.value ? decoder.decode(next.value) : '';
  }
  await body.cancel();
  expect(text).toContain('id: 1');
  return text;
}

it('no mail, at once or in the summary of a day, brings anybody words that are not for them', async () => {
  const people = Object.entries({ ...world.people, ...world.others }) as [Asker, { email: string }][];
  for (const [, person] of people) value(await chooseNotices(person as never, Object.fromEntries(NOTICES.map((line) => [choiceName(line), 'daily' as const]))));
  value(await addComment(world.people.member, world.words.case!, { stage: 'governance', question: 'small.governance', kind: 'question', text: 'canaryteamtalk again', audience: 'team', mentions: [world.people.lead.id] }));
  setClock(() => new Date(Date.now() + 4 * 24 * 3_600_000));
  await sendSummaries();
  const mails = await latestMail(reader(), 5000);
  expect(mails.some(({ dedupe }) => dedupe.startsWith('summary:'))).toBe(true);
  const found = mails.flatMap((mail) => {
    const who = people.find(([, { email }]) => email === mail.to_address)?.[0] ?? 'outsider';
    return escaped(who, JSON.stringify(mail)).map((word) => `${mail.subject} to ${mail.to_address}: ${word}`);
  });
  expect(found).toEqual([]);
});

it('each word is there to be met by those it is for', async () => {
  const silent: string[] = [];
  for (const [word, whose] of Object.entries(CANARIES)) {
    const who = whose[0]!;
    const pages = ['/cases/{case}/comments', '/cases/{case}/meetings', '/cases/{case}/documents', '/cases/{case}/benefits', '/cases/{case}/stages/governance/governance-all', '/cases/{case}/stages/failure-plan/review', '/cases/{case}/stages/failure-plan/opinion', '/cases/{case}/stages/failure-plan/decision', '/cases/{case}/stages/failure-plan/decision/reasons', '/search?q=heron'];
    const texts = await Promise.all(pages.map((at) => read(who, at)));
    if (!texts.some((text) => text.includes(word))) silent.push(`${who} meets ${word} nowhere`);
  }
  expect(silent).toEqual([]);
});
