import type { Reader } from '#db/database.server.ts';
import { unsettledMustChanges } from '#db/tables/comments.server.ts';
import { newId } from '#db/codec.ts';
import { submissionsOf } from '#db/tables/submissions.server.ts';
import { decide, hasTag } from '#workflows/decide.ts';
import { dueOn } from '#workflows/deadlines.ts';
import type { StageKey } from '#workflows/definition.ts';
import { evidenceOf, inWords, placeOf } from '#workflows/form.ts';
import { threadOfRow } from '../benefits/threads.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { instant, today } from '../clock.server.ts';
import { whoIsMailed, type Mailed } from '../notifications/who-is-mailed.server.ts';
import { drawnNow, sectionViews, type SectionView } from './answer-views.server.ts';
import { heardOfSending } from './heard-of-sending.server.ts';
import { heldDays } from './held-days.server.ts';
import { peopleHolding, together } from './people-named.server.ts';
import { REVIEW_TITLES } from './reviews.policy.ts';
import { loadStage, type StageLoaded } from './stage-facts.server.ts';

export interface MustChange {
  id: string;
  title: string;
  section: string;
  asked: string;
  changed: string;
}
export interface CheckPage {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  editable: boolean;
  verb: 'send' | 'finish';
  /** The number this version will have. */
  number: number;
  maySend: boolean;
  reasons: string[];
  sections: SectionView[];
  evidence: { key: string; title: string; minimum: number; files: { id: string; title: string; fileName: string }[] }[];
  benefits: { id: string; number: number; title: string; settled: string }[];
  /** Contract stage: only the benefits that are not in the contract are listed. */
  onlyOutside: boolean;
  mustChanges: MustChange[];
  /** "Karen Hall"; who decides. */
  approvers: string;
  /** The body they decide for, for the button: "Northbridge PCT". */
  sentTo: string;
  reviewers: string[];
  secondLine: string | null;
  dueOn: string;
  /** Who hears of it by email when it is sent. */
  mailed: Mailed;
  /** Ties a press of the button to its one effect. */
  key: string;
}

/** What the team checks before it sends a stage; undefined for a word that is no stage. */
export async function checkPage(reader: Reader, file: CaseFile, stage: string): Promise<CheckPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found) return undefined;
  const loaded = await loadStage(reader, file, found.key);
  const [sponsors, reviewers, assurers, changes, versions] = await Promise.all([
    peopleHolding(reader, file, ['sponsor']),
    peopleHolding(reader, file, loaded.entry.signOff.reviewers),
    peopleHolding(reader, file, ['secondLine']),
    unsettledMustChanges(reader, file.case.id, found.key),
    submissionsOf(reader, file.case.id, found.key),
  ]);
  const type = loaded.facts.isDecided ? ('submit' as const) : ('finish' as const);
  const law = decide('stage', loaded.row.state, loaded.facts, { type, by: file.actor.id, at: instant() });
  const say = (text: string) => inWords(text, file.pathway);
  const documents = documentsIn(loaded);
  const organisation = sponsors.find((s) => s.organisation)?.organisation;
  return {
    case: { id: file.case.id, title: file.case.title },
    stage: { key: found.key, title: say(loaded.entry.stage.title), noun: loaded.facts.noun },
    editable: hasTag('stage', loaded.row.state, 'editable'),
    verb: type === 'submit' ? 'send' : 'finish',
    number: (versions.at(-1)?.number ?? 0) + 1,
    maySend: law.ok && mayLead(file.roles),
    reasons: law.ok ? [] : law.reasons,
    sections: sectionViews(loaded.entry.stage, drawnNow(loaded.form, documents), file.roles),
    evidence: evidenceOf(loaded.entry.stage, loaded.form).map((kind) => ({ key: kind.key, title: say(kind.title), minimum: kind.minimum, files: documents.filter((d) => d.kind === kind.key) })),
    ...benefitsIn(loaded, together(sponsors.map((s) => s.name), `the ${file.pathway.labels.approver}`)),
    mustChanges: changes.map((c) => {
      const place = placeOf(file.pathway, c.question);
      return { id: c.id, title: say(place?.question.title ?? c.question), section: place?.section.key ?? '', asked: c.text, changed: c.reply ?? '' };
    }),
    approvers: together(sponsors.map((s) => s.name), `the ${file.pathway.labels.approver}`),
    sentTo: organisation ?? together(sponsors.map((s) => s.name), `the ${file.pathway.labels.approver}`),
    reviewers: loaded.entry.signOff.reviewers.map((role) => `${REVIEW_TITLES[role]}: ${together(reviewers.filter((r) => r.role === role).map((r) => r.name), 'nobody invited yet')}`),
    secondLine: loaded.entry.signOff.secondLine === 'assures' ? together(assurers.map((a) => a.name), `the ${file.pathway.labels.secondLine}`) : null,
    dueOn: dueOn(today(), loaded.entry.clock.decide, heldDays(file.holds)),
    mailed: await whoIsMailed(reader, type === 'submit' ? Object.values(heardOfSending(file, loaded.entry)) : [], file.actor.id),
    key: newId(),
  };
}

const documentsIn = (loaded: StageLoaded) =>
  loaded.form.documentRows.filter((d) => d.condition_id === null).map((d) => ({ id: d.id, kind: d.kind, title: d.title, fileName: d.file_name }));

function benefitsIn({ key, form }: StageLoaded, approvers: string): Pick<CheckPage, 'benefits' | 'onlyOutside'> {
  const onlyOutside = key === 'contract';
  const rows = form.benefitRows.filter((b) => !onlyOutside || !threadOfRow(b).contracted);
  return { onlyOutside, benefits: rows.map((b) => ({ id: b.id, number: b.number, title: b.title, settled: settledInWords(b, approvers) })) };
}

function settledInWords(b: Parameters<typeof threadOfRow>[0], approvers: string): string {
  const thread = threadOfRow(b);
  if (thread.contracted) return `In the contract${b.clause ? `: ${b.clause}` : ''}`;
  if (thread.offRamp) return `Not in the contract. Reason recorded: ${b.treatment_reason}`;
  return thread.unagreed ? `Not in the contract. Reason recorded, not agreed yet by ${approvers}: ${b.treatment_reason}` : 'Not decided yet';
}
