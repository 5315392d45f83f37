import { fromJson, newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { storiesOf } from '#db/tables/benefit-stories.server.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { verdictsOf } from '#db/tables/verdicts.server.ts';
import { currentReview, type Review } from '#workflows/review-calendar.ts';
import { day } from '../../lib/dates.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { isExample, seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { APPROVING, TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { inFull, namesOf, peopleHolding } from '../stages/people-named.server.ts';
import type { RestsOn } from './rests-on.ts';
import { reviewsOfCase } from './reviews.server.ts';
import { deskFor } from './verdict-desk.server.ts';
import { figuresOf, openAction, storyView, verdictView, type ActionView, type StoryView, type VerdictView } from './verdict-views.server.ts';
import { mayJudge, mayTell, mayWithdrawStory } from './verdicts.policy.ts';
import { GRADES, verdictWords, type VerdictWords } from './verdicts-in-words.ts';

interface OfBenefit {
  case: CaseHead;
  example: boolean;
  benefit: { id: string; number: number; title: string };
}

/** The benefit when this person may see it. */
async function seen(reader: Reader, file: CaseFile, benefitId: string): Promise<Row<'benefits'> | undefined> {
  const row = seesBenefits(file) ? await benefitById(reader, benefitId) : undefined;
  return row?.case_id === file.case.id ? row : undefined;
}
const headsOf = (file: CaseFile, row: Row<'benefits'>): OfBenefit => ({ case: headOf(file), example: isExample(file), benefit: { id: row.id, number: row.number, title: row.title } });

export interface JudgingPage extends OfBenefit {
  /** Of this form: sent again, it does nothing new. */
  key: string;
  review: Review;
  saw: string;
  proposed: { words: VerdictWords; grade: string; reasons: string[] };
  figures: { key: string; value: string }[];
  stories: StoryView[];
  consequence: string | null;
  people: { value: string; label: string }[];
  /** The verdict of this review that stands already. */
  given: (VerdictView & { reasons: string }) | null;
}

/** What somebody reads to judge a benefit; a sentence when they cannot, undefined when it is not there for them. */
export async function judgingPage(reader: Reader, file: CaseFile, benefitId: string): Promise<JudgingPage | string | undefined> {
  const row = await seen(reader, file, benefitId);
  if (!row) return undefined;
  if (!mayJudge(file.roles)) return "Only the people on the approver's side can judge a benefit";
  const desk = await deskFor(reader, file, row);
  if (typeof desk === 'string') return desk;
  if (desk.exclusion) return desk.exclusion;
  const stories = await storiesOf(reader, [row.id]);
  const [name, people] = await Promise.all([namesOf(reader, [...stories.map(({ by }) => by), desk.given?.by ?? null]), peopleHolding(reader, file, [...TEAM, ...APPROVING])]);
  const { verdict, grade, reasons } = desk.proposal;
  return {
    ...headsOf(file, row), key: newId(), review: desk.review, saw: desk.saw, consequence: row.consequence,
    proposed: { words: verdictWords(verdict), grade: GRADES[grade], reasons }, figures: figuresOf(desk.rests), stories: stories.map((story) => storyView(story, name)),
    people: people.filter((p, i) => people.findIndex(({ id }) => id === p.id) === i).map((p) => ({ value: p.id, label: inFull(p) })),
    given: desk.given && { ...verdictView(desk.given, name), reasons: desk.given.reasons },
  };
}

export interface VerdictPage extends OfBenefit {
  verdict: VerdictView;
  review: string;
  proposed: VerdictWords;
  reasons: string;
  figures: { key: string; value: string }[];
  missedMilestones: string[];
  consequence: string | null;
  /** What was decided to be done, whether or not a later verdict has settled it. */
  action: { text: string; owner: string; due: string; open: boolean } | null;
  replaces: VerdictView | null;
  replacedBy: VerdictView | null;
  /** It is of the review that is on, and this person may replace it. */
  mayReplace: boolean;
}

/** One verdict as it was given; undefined when it is not there for this person. */
export async function verdictPage(reader: Reader, file: CaseFile, benefitId: string, verdictId: string): Promise<VerdictPage | undefined> {
  const row = await seen(reader, file, benefitId);
  const verdicts = row ? await verdictsOf(reader, [row.id]) : [];
  const found = verdicts.find(({ id }) => id === verdictId);
  if (!row || !found) return undefined;
  const [replaces, replacedBy] = [verdicts.find(({ id }) => id === found.replaces_id), verdicts.find(({ replaces_id }) => replaces_id === found.id)];
  const [name, reviews] = await Promise.all([namesOf(reader, [found, replaces, replacedBy].flatMap((v) => (v ? [v.by, v.action_owner_id] : []))), reviewsOfCase(reader, file)]);
  const rests = fromJson<RestsOn>(found.rests_on_json);
  const action = openAction(row, verdicts, name);
  return {
    ...headsOf(file, row), verdict: verdictView(found, name), review: reviewTitle(found), proposed: verdictWords(found.proposed), reasons: found.reasons, figures: figuresOf(rests), missedMilestones: rests.missedMilestones, consequence: found.consequence,
    action: found.action ? { text: found.action, owner: name(found.action_owner_id), due: action?.verdictId === found.id ? action.due : `Due by ${day(found.action_due_on!)}`, open: action?.verdictId === found.id } : null,
    replaces: replaces ? verdictView(replaces, name) : null, replacedBy: replacedBy ? verdictView(replacedBy, name) : null,
    mayReplace: !replacedBy && mayJudge(file.roles) && currentReview(reviews, today())?.on === found.review_on,
  };
}

export const reviewTitle = ({ month, review_on }: Pick<Row<'verdicts'>, 'month' | 'review_on'>): string =>
  `${month === null ? 'Review a year before the contract ends' : `Review at ${month} months`}, ${day(review_on)}`;

export interface BenefitVerdicts extends OfBenefit {
  /** Of the form that adds evidence: sent again, it does nothing new. */
  key: string;
  /** In force, the latest review first. */
  verdicts: (VerdictView & { review: string })[];
  action: ActionView | null;
  stories: (StoryView & { mayWithdraw: boolean })[];
  mayTell: boolean;
  mayJudge: boolean;
}

/** What was judged of one benefit, and what is told of it in words; undefined when it is not there for this person. */
export async function benefitVerdicts(reader: Reader, file: CaseFile, benefitId: string): Promise<BenefitVerdicts | undefined> {
  const row = await seen(reader, file, benefitId);
  if (!row) return undefined;
  const [verdicts, stories] = await Promise.all([verdictsOf(reader, [row.id]), storiesOf(reader, [row.id])]);
  const name = await namesOf(reader, [...verdicts.flatMap((v) => [v.by, v.action_owner_id]), ...stories.map(({ by }) => by)]);
  const desk = mayJudge(file.roles) ? await deskFor(reader, file, row) : '';
  return {
    ...headsOf(file, row), key: newId(),
    verdicts: inForce(verdicts).map((v) => ({ ...verdictView(v, name), review: reviewTitle(v) })).reverse(),
    action: openAction(row, verdicts, name),
    stories: stories.map((story) => ({ ...storyView(story, name), mayWithdraw: story.withdrawn_at === null && story.consent !== 'none' && mayWithdrawStory(file.roles, file.actor.id, story.by) })),
    mayTell: row.withdrawn_at === null && mayTell(file.roles, file.actor.id, row.recorder_id),
    mayJudge: typeof desk !== 'string' && desk.exclusion === null && desk.given === null,
  };
}
