import type { AnswerView, SectionView } from '#app/domain/stages/answer-views.server.ts';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import type { SummaryRow } from '#app/ui/summary-list.tsx';

/** A section's answers as rows to check, each with a way to change it or, when it is missing, to give it. */
export function answerRows(section: SectionView, caseId: string, path: string): SummaryRow[] {
  return section.answers.map((answer) => {
    const to = `${path}/${section.key}#${answer.key}`;
    const title = lowered(answer.title);
    if (answer.missing === 'needed') return { key: answer.title, empty: { to, label: `Enter ${title}` } };
    const computed = answer.working !== '';
    return {
      key: answer.title,
      value: <ShownAnswer answer={answer} caseId={caseId} />,
      long: isLong(answer),
      ...(computed ? {} : { change: { to, hidden: title } }),
    };
  });
}

const isLong = ({ shown }: AnswerView) => shown.kind === 'table' || (shown.kind === 'text' && shown.long && shown.text.length > 160);
/** "What is it?" as it stands inside a sentence: "what is it". */
const lowered = (title: string) => (/^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title).replace(/\?$/, '');
