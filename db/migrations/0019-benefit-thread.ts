import { createTable, keepRows, oneOf, refuse, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** The whole thread of a benefit: what makes it measurable, who owns it, how it changed, and what was said of each result. */
export async function up(db: Any, kind: Kind) {
  const [whole, decimal] = kind === 'sqlite' ? ['integer', 'real'] : ['bigint', 'double precision'];
  const columns = [
    "state text not null default 'promised'", `machine_version ${whole} not null default 1`,
    'measure_code text', `measure_version ${whole}`, 'numerator text', 'denominator text',
    `evidence_kind text ${oneOf('evidence_kind', 'numbers', 'story', 'survey', 'audit', 'observation')}`,
    `class text ${oneOf('class', 'cashReleasing', 'nonCash', 'quantified', 'qualitative', 'disbenefit')}`,
    'baseline_from text', `baseline_n ${whole}`, `baseline_quality text ${oneOf('baseline_quality', 'A', 'B', 'C', 'D')}`,
    `band_low ${decimal}`, `band_high ${decimal}`, `tolerance ${decimal}`, 'milestones_json text',
    'counterfactual_method text', `counterfactual ${decimal}`, 'counterfactual_note text',
    `confidence text ${oneOf('confidence', 'high', 'medium', 'low')}`, `attribution text ${oneOf('attribution', 'sole', 'main', 'contributory')}`,
    `other_providers text ${oneOf('other_providers', 'yes', 'no')}`, 'other_providers_note text', 'equality_note text',
    'data_source text', `lag_days ${whole}`,
    'provider_owner_id text references people (id)', 'commissioner_owner_id text references people (id)', 'recorder_id text references people (id)',
    'treatment_agreed_by text references people (id)', 'treatment_agreed_at text',
  ];
  for (const column of columns) await run(db, `alter table benefits add column ${column}`);
  await run(db, STATES);
  await run(db, AGREED);
  await run(db, 'create index benefits_of_person on benefits (recorder_id)');
  await run(db, 'alter table readings add column period_from text');
  await changes(db, kind);
  await readings(db, kind);
}

async function changes(db: Any, kind: Kind) {
  await createTable(db, kind, 'benefit_changes', () => `
    id text primary key not null,
    benefit_id text not null references benefits (id),
    kind text not null ${oneOf('kind', 'baseline', 'target', 'definition')},
    before_json text not null,
    after_json text not null,
    reason text not null,
    "by" text not null references people (id),
    at text not null,
    settled_as text ${oneOf('settled_as', 'agreed', 'refused')},
    settled_by text references people (id),
    settled_at text,
    settled_note text
  `);
  await run(db, 'create unique index benefit_changes_open on benefit_changes (benefit_id) where settled_at is null');
  await run(db, 'create index benefit_changes_of on benefit_changes (benefit_id, at)');
  await keepRows(db, kind, 'benefit_changes', 'what was asked for a benefit stays on its record');
  await createTable(db, kind, 'benefit_steps', () => `
    id text primary key not null,
    benefit_id text not null references benefits (id),
    from_on text not null,
    reason text not null,
    "by" text not null references people (id),
    at text not null,
    unique (benefit_id, from_on)
  `);
}

async function readings(db: Any, kind: Kind) {
  await createTable(db, kind, 'reading_checks', () => `
    id text primary key not null,
    reading_id text not null references readings (id),
    kind text not null ${oneOf('kind', 'confirmed', 'queried', 'sourceAsked', 'answered')},
    note text not null,
    "by" text not null references people (id),
    at text not null
  `);
  await run(db, 'create index reading_checks_of on reading_checks (reading_id, at)');
  await keepRows(db, kind, 'reading_checks', 'what was said of a result stays');
  await refuse(db, kind, { name: 'reading_checks_keep', table: 'reading_checks', before: 'update', sentence: 'what was said of a result is never changed' });
  await refuse(db, kind, {
    name: 'reading_checks_by_another', table: 'reading_checks', before: 'insert',
    when: "new.kind = 'confirmed' and exists (select 1 from readings r where r.id = new.reading_id and r.\"by\" = new.\"by\")",
    sentence: 'a result is confirmed by someone other than the person who recorded it',
  });
  await createTable(db, kind, 'reading_documents', () => `
    reading_id text not null references readings (id),
    document_id text not null references documents (id),
    primary key (reading_id, document_id)
  `);
  await createTable(db, kind, 'reading_drafts', () => `
    id text primary key not null,
    case_id text not null references cases (id),
    file_name text not null,
    text text not null,
    "by" text not null references people (id),
    at text not null
  `);
}

/** What was known of earlier records says how far each had got. */
const STATES = `update benefits set state = case
  when withdrawn_at is not null then 'withdrawn'
  when treatment is not null and exists (select 1 from readings r where r.benefit_id = benefits.id) then 'measuring'
  when treatment = 'contracted' then 'contracted'
  when treatment is not null then 'notContracted'
  when measure is not null and unit is not null and direction is not null and baseline is not null and baseline_source is not null
    and baseline_on is not null and target is not null and target_on is not null then 'measurable'
  else 'promised' end`;

/** Reasons recorded before agreement was asked for stand as they were accepted then. */
const AGREED = "update benefits set treatment_agreed_by = treatment_by, treatment_agreed_at = treatment_at where treatment in ('monitored', 'notContracted')";
