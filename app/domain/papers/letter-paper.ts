import { day, dayOf } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import type { RecordPage } from '../decisions/record-page.server.ts';
import { noLongerInForce } from '../decisions/record-rows.ts';
import { fileNameOf, list, part, prose, say, type Block, type Paper } from './paper.ts';
import { conditionsOf, marksOf } from './record-paper.ts';

interface Beside {
  /** What must change in the answers, in the decision maker's words. */
  changes: { title: string; text: string }[];
  /** Titles of the stages that wait for this one. */
  opens: string[];
  /** The second line had to assure it, and has. */
  assured: boolean;
  /** Who helps with how the stage works, and when. */
  help: string;
}

/** A decision told to the team it is about, in plain words. Nothing in it is a reviewer's. */
export function letterPaper(page: RecordPage, beside: Beside): Paper {
  const ended = noLongerInForce(page.voidedAt);
  return {
    name: fileNameOf(page.case.reference, page.stage.noun, `version ${page.version}`, 'letter'),
    title: `Decision on your ${page.stage.noun}`,
    ...marksOf(page),
    parts: [
      ...part('decided', '', [...(ended ? [say(ended, 'strong')] : []), say(`To the team of ${page.case.title}`), say(sentence(page), 'strong'), ...(beside.assured && approves(page) ? [say('The second line has assured it, so the decision stands.')] : [])]),
      ...part('why', 'Why', why(page)),
      ...part('changes', 'What must change', page.outcome === 'changesRequested' ? changes(page, beside) : []),
      ...part('conditions', 'Conditions', page.conditions.length ? [say('The approval holds as long as each of these is met by its date.'), ...conditionsOf(page)] : []),
      ...part('next', 'What happens next', [list(next(page, beside))]),
      ...part('who', 'Who decided', [{ kind: 'rows', caption: 'Who decided', rows: [
        { key: 'Decided by', value: [page.by, page.jobTitle, page.organisation].filter(Boolean).join(', ') },
        ...(page.onBehalfOf ? [{ key: 'Recorded for', value: page.onBehalfOf }] : []),
        { key: 'On', value: day(dayOf(page.at)) }, { key: 'What was read', value: `${page.stage.title}, version ${page.version}` },
      ] }]),
      ...part('ask', 'Where to ask', [say(`Ask ${page.by}${page.organisation ? ` at ${page.organisation}` : ''} what a reason or a condition means.`), say(`For how this stage works: ${beside.help}.`), say('What this letter says of next steps is guidance, not legal or financial advice.')]),
    ],
  };
}

const approves = ({ outcome }: RecordPage) => outcome === 'approved' || outcome === 'approvedWithConditions';

function sentence({ outcome, by, organisation, onBehalfOf, stage, version, at, conditions }: RecordPage): string {
  const who = `${by}${organisation ? ` at ${organisation}` : ''}`;
  const what = `your ${stage.noun} (version ${version})`;
  const said = outcome === 'changesRequested' ? `asked for changes to ${what}` : outcome === 'declined' ? `declined ${what}` : outcome === 'approvedWithConditions' ? `approved ${what} with ${counted(conditions.length, 'condition')}` : `approved ${what}`;
  return `${who} ${said} on ${day(dayOf(at))}${onBehalfOf ? `, for ${onBehalfOf}` : ''}.`;
}

function why(page: RecordPage): Block[] {
  const reasons = page.outcome === 'changesRequested' ? [] : page.reasons;
  return [
    ...(page.criteria.length ? [say('The decision was tested against these criteria.'), list(page.criteria.map((c) => ({ lead: `${c.title}: ${c.words.toLowerCase()}`, text: c.note })))] : []),
    ...(reasons.length ? [list(reasons.map((r) => ({ lead: r.title, text: r.text })))] : []),
    ...(page.note ? [say(page.outcome === 'declined' ? 'What would change this:' : 'In the words of who decided:'), prose(page.note)] : []),
  ];
}

function changes({ reasons }: RecordPage, beside: Beside): Block[] {
  const all = [...reasons.map((r) => ({ lead: '', text: r.text || r.title })), ...beside.changes.map((c) => ({ lead: c.title, text: c.text }))];
  return all.length ? [list(all, true)] : [];
}

function next(page: RecordPage, { opens }: Beside): string[] {
  const later = opens.length ? [`These stages wait for this one: ${opens.join(', ')}. Each opens when all that it waits for is approved`] : [];
  switch (page.outcome) {
    case 'approved':
      return later.length ? later : ['Nothing else waits for this stage'];
    case 'approvedWithConditions':
      return ['Your team lead agrees the words of each condition, or asks for others', `Send evidence for each condition by its date. ${page.by} says whether it is met`, ...(page.conditions.some((c) => c.before) ? ['A condition that says what it must come before holds that step until it is met'] : []), ...later];
    case 'changesRequested':
      return ['The stage is yours again, with all your answers kept', 'Answer each change and say what you changed', `Send the ${page.stage.noun} again. The approver is shown what is different`];
    case 'declined':
      return ['The case has ended. Your answers and the reasons are kept', 'The approver can reopen the stage if things change'];
    case 'assured':
    case 'queried':
    case 'stopped':
      return [];
  }
}
