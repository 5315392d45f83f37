import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertBenefitChange } from '#db/tables/benefit-changes.server.ts';
import { insertAlert } from '#db/tables/alerts.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { commentsOf } from '#db/tables/comments.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { openCollisions } from '#db/tables/answer-versions.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { invitationsOf } from '#db/tables/invitations.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { makeTask } from '#app/domain/comments/comment-tasks.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { keepDecisionDraft } from '#app/domain/decisions/decision-drafts.server.ts';
import { addDocument } from '#app/domain/evidence/add-document.server.ts';
import { storeFile } from '#app/domain/evidence/file-store.server.ts';
import { newMentors } from './mentors-furniture.ts';
import { furnishGuidance, furnishSupport, furnishViews } from './support-furniture.ts';
import { invitePerson } from '#app/domain/people/invite-person.server.ts';
import { recordFigure } from '#app/domain/programme/figures.server.ts';
import { addObjective } from '#app/domain/programme/objectives.server.ts';
import { askForReset } from '#app/domain/people/reset-password.server.ts';
import { signUp } from '#app/domain/people/sign-up.server.ts';
import { stageOf } from '#workflows/form.ts';
import { smallPathway, type SmallWorld } from './small-world.ts';
import { furnishBallot } from './ballots.ts';
import { furnishLessons } from './lessons-furniture.ts';
import { furnishMeetings } from './meetings-furniture.ts';
import { furnishResults } from './results-furniture.ts';
import { value } from './walk.ts';

/** A document, a benefit, comments, a decision half made, an invitation and mailed links, by the real commands; answers with their ids. */
export async function furnish({ people }: SmallWorld, caseId: string): Promise<Record<string, string>> {
  const commentOn = async (stage: string) => (await commentsOf(reader(), caseId, stage))[0]!.id;
  const { benefitId } = value(await promiseBenefit(people.lead, caseId, { title: 'Shorter waits', beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null }));
  const others = await otherBenefits(people, caseId, benefitId);
  value(await addComment(people.mentor, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'Which towns?' }));
  value(await addComment(people.member, caseId, { stage: 'governance', question: 'small.governance', kind: 'suggestion', text: 'Name the board', proposed: 'A board of six, named in the plan' }));
  value(await addComment(people.sponsor, caseId, { stage: 'failure-plan', question: 'cont.exercises', kind: 'mustChange', text: 'Say who was there' }));
  const condition = { text: 'Name a deputy', evidence: 'A letter', ownerId: people.lead.id, dueOn: '2030-03-01', blocks: 'nothing' as const };
  const criteria = stageOf(smallPathway(), 'failure-plan').stage.criteria.map(({ key }) => ({ criterion: key, verdict: 'met' as const, note: '' }));
  value(await keepDecisionDraft(people.sponsor, caseId, 'failure-plan', { outcome: 'changesRequested', conditions: [condition], criteria, reasons: [{ code: 'other', text: 'Say who was there' }] }));
  value(await invitePerson(people.lead, caseId, { name: 'Nia Pugh', email: 'nia@example.org', role: 'member', stages: [] }));
  for (const [who, words] of [[people.lead, 'A board of six'], [people.member, 'A board of seven']] as const) {
    value(await saveSection(who, caseId, { stage: 'governance', section: 'governance-all' }, [['small.governance.revision', '1'], ['small.governance', words]], 'unsaid'));
  }
  const { taskId } = value(await makeTask(people.member, caseId, await commentOn('proposal'), { text: 'Ask the towns', ownerId: people.mentor.id, dueOn: '2031-03-01' }));
  const { objectiveId } = value(await addObjective(people.support, { title: 'Benefits are asked for in contracts', indicator: 'Share of promised benefits with a clause' }));
  const { figureId } = value(await recordFigure(people.support, { title: 'Teams that asked', value: 47, unit: 'teams', asAtOn: '2026-01-31', definition: 'Teams whose interest was recorded', source: 'The register of the support unit' }));
  await signUp({ name: 'Ola Berg', jobTitle: 'Nurse', email: 'ola@example.org' }, '192.0.2.9');
  await askForReset(people.outsider.email, '192.0.2.9');
  const parts = await membershipsOfCase(reader(), caseId);
  const partOf = (role: string) => parts.find((part) => part.role === role)!.id;
  return {
    condition: (await conditionsOf(reader(), caseId))[0]!.id,
    decision: (await decisionsOf(reader(), caseId)).find((row) => row.stage === 'proposal')!.id,
    unassuredDecision: (await decisionsOf(reader(), caseId)).find((row) => row.stage === 'business-case')!.id,
    benefit: benefitId, ...others, ...(await furnishResults(people, caseId)),
    alert: await warning(caseId),
    objective: objectiveId,
    figure: figureId,
    collision: (await openCollisions(reader(), caseId))[0]!.id,
    document: await documentFor(people, caseId, 'team'),
    shownDocument: await documentFor(people, caseId, 'reviewers'),
    mentorComment: await commentOn('proposal'),
    teamComment: await commentOn('governance'),
    offeredOn: String((await answerOf(reader(), caseId, 'small.governance'))!.revision),
    task: taskId,
    draftComment: await commentOn('failure-plan'),
    invitation: (await invitationsOf(reader(), caseId))[0]!.id,
    memberPart: partOf('member'),
    sponsorPart: partOf('sponsor'),
    secondLinePart: partOf('secondLine'),
    body: (await caseById(reader(), caseId))!.commissioner_id!,
    cover: value(await nameDeputy(people.sponsor, caseId, partOf('sponsor'), { email: people.outsider.email, from: '2031-03-01', until: '2031-03-09', reason: 'Leave' })).coverId,
    mentorPart: partOf('mentor'),
    ...(await newMentors(people, caseId)),
    ...(await furnishSupport(people, caseId)),
    ...(await furnishGuidance(people, caseId)),
    ...(await furnishViews(people)),
    leadId: people.lead.id,
    ...(await furnishLessons(people, caseId)), ...(await furnishMeetings(people, caseId)), ...(await furnishBallot(people, caseId)),
    confirmSecret: await mailedSecret('confirm'),
    resetSecret: await mailedSecret('reset'),
    invitationSecret: await mailedSecret('invitations'),
  };
}

/** A change of the benefit that waits for the commissioner's side, a benefit left out and not agreed yet, and one withdrawn. */
async function otherBenefits({ lead }: SmallWorld['people'], caseId: string, benefitId: string) {
  const promised = async (title: string) => value(await promiseBenefit(lead, caseId, { title, beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null })).benefitId;
  const [leftOutBenefit, withdrawnBenefit, change] = [await promised('Fewer letters'), await promised('More clinics'), newId()];
  value(await settleBenefit(lead, caseId, leftOutBenefit, { treatment: 'notContracted', clause: null, frequency: null, consequence: null, reason: 'Too small', revision: 1 }));
  value(await withdrawBenefit(lead, caseId, withdrawnBenefit, 'No money'));
  const asked = { id: change, benefit_id: benefitId, kind: 'target' as const, before_json: '{"target":5,"targetOn":null}', after_json: '{"target":8,"fromOn":null}', reason: 'The clinic moved', by: lead.id, at: instant() };
  await transaction(database(), (tx) => insertBenefitChange(tx, { ...asked, settled_as: null, settled_by: null, settled_at: null, settled_note: null }));
  return { leftOutBenefit, withdrawnBenefit, change };
}

/** A warning that is open, as a crossed threshold leaves it. */
async function warning(caseId: string): Promise<string> {
  const id = newId();
  await transaction(database(), (tx) => insertAlert(tx, { id, case_id: caseId, sign: 't1-cash-days', level: 'red', value: 12, threshold: 15, period_on: '2026-10-31', step: 'enhanced', due_on: '2026-12-11', opened_at: instant(), revision: 1 }));
  return id;
}

async function documentFor(people: SmallWorld['people'], caseId: string, seenBy: 'team' | 'reviewers'): Promise<string> {
  const stored = await storeFile([Buffer.from(`%PDF-1.4 for the ${seenBy}\n%%EOF\n`)]);
  const document = { stage: 'governance', kind: 'other', title: `Notes for the ${seenBy}`, fileName: 'notes.pdf', mediaType: 'application/pdf', seenBy, personalData: false, stored };
  return value(await addDocument(people.lead, caseId, document)).documentId;
}

/** The secret of the newest mailed link of a kind. */
async function mailedSecret(kind: 'confirm' | 'reset' | 'invitations'): Promise<string> {
  const links = (await latestMail(reader(), 500)).map((mail) => new RegExp(`/${kind}/([A-Za-z0-9_-]{43})\\b`).exec(mail.text)?.[1]);
  const found = links.find(Boolean);
  if (!found) throw new Error(`No mail with a ${kind} link`);
  return found;
}
