import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import type { Raw } from '#workflows/answers.ts';
import type { Question } from '#workflows/definition.ts';
import { asPlainText, showAnswer } from '#workflows/show.ts';
import { asAnswer } from './case-form.server.ts';

/** One wording of an answer, current or earlier, as text: for history, differences and collisions. */
export function inText(question: Question, row: Pick<Row<'answers'>, 'state' | 'value_json' | 'raw_json' | 'known_by_on' | 'reason'>): string {
  const answer = asAnswer(row);
  if (answer.state === 'unknown') return 'We do not know yet';
  if (answer.state === 'notApplicable') return `Not applicable: ${answer.reason ?? ''}`;
  if (answer.state === 'unreadable') return Object.values(fromJson<Raw>(row.raw_json ?? '{}')).flat().join(' ');
  return answer.value === null ? 'Not provided' : asPlainText(showAnswer(question, answer.value));
}
