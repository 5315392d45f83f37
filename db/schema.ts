import type { Insertable, Selectable, Updateable } from 'kysely';
import type { AppointmentsTable, HeldSavesTable, IdempotencyKeysTable, InvitationsTable, NotificationsTable, OrganisationsTable, OutboxTable, PeopleTable, ReadMarksTable, SessionsTable, TokensTable, VisitsTable } from './schema/people.ts';
import type { AnswerVersionsTable, AnswersTable, CasesTable, DocumentsTable, EventsTable, HoldsTable, InterestsTable, MembershipsTable, PathwayVersionsTable, SectionMarksTable, StagesTable } from './schema/cases.ts';
import type { BenefitChangesTable, BenefitStepsTable, BenefitStoriesTable, BenefitsTable, ReadingChecksTable, ReadingDocumentsTable, ReadingDraftsTable, ReadingsTable, VerdictsTable } from './schema/benefits.ts';
import type { AlertsTable, CaseObjectivesTable, ObjectivesTable, ProgrammeFiguresTable, StatementsTable } from './schema/programme.ts';
import type { CommentsTable, ConditionsTable, DecisionDraftsTable, DecisionsTable, ReviewsTable, SubmissionsTable } from './schema/decisions.ts';

export type { Day, Id, Instant, Json } from './schema/kinds.ts';

/**
 * The common denominator of SQLite and PostgreSQL. Ids are UUIDv7 text; instants `*_at` are ISO UTC with
 * milliseconds; days `*_on` are YYYY-MM-DD; money is whole pence; flags are a nullable `*_at`, never a boolean;
 * `*_json` is text written and read by codec.ts; `revision` rises by one with each conditional update.
 */
export interface Database {
  people: PeopleTable;
  organisations: OrganisationsTable;
  appointments: AppointmentsTable;
  pathway_versions: PathwayVersionsTable;
  cases: CasesTable;
  memberships: MembershipsTable;
  interests: InterestsTable;
  holds: HoldsTable;
  stages: StagesTable;
  section_marks: SectionMarksTable;
  answers: AnswersTable;
  answer_versions: AnswerVersionsTable;
  documents: DocumentsTable;
  submissions: SubmissionsTable;
  reviews: ReviewsTable;
  comments: CommentsTable;
  decision_drafts: DecisionDraftsTable;
  decisions: DecisionsTable;
  conditions: ConditionsTable;
  benefits: BenefitsTable;
  readings: ReadingsTable;
  benefit_changes: BenefitChangesTable;
  benefit_steps: BenefitStepsTable;
  reading_checks: ReadingChecksTable;
  reading_documents: ReadingDocumentsTable;
  reading_drafts: ReadingDraftsTable;
  verdicts: VerdictsTable;
  benefit_stories: BenefitStoriesTable;
  alerts: AlertsTable;
  objectives: ObjectivesTable;
  case_objectives: CaseObjectivesTable;
  programme_figures: ProgrammeFiguresTable;
  statements: StatementsTable;
  events: EventsTable;
  notifications: NotificationsTable;
  outbox: OutboxTable;
  invitations: InvitationsTable;
  tokens: TokensTable;
  sessions: SessionsTable;
  held_saves: HeldSavesTable;
  visits: VisitsTable;
  read_marks: ReadMarksTable;
  idempotency_keys: IdempotencyKeysTable;
}

/** A row as read, as written, as changed. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
export type NewRow<T extends keyof Database> = Insertable<Database[T]>;
export type Changes<T extends keyof Database> = Updateable<Database[T]>;
