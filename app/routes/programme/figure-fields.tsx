import { errorAt } from '#app/lib/forms.ts';
import type { Again } from '#app/lib/responses.ts';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What is asked of a figure beside its title. `was`: what stood there, or was typed. */
export function FigureFields({ was, again }: { was: Record<string, string>; again: Again | undefined }) {
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <>
      <Question {...ask('value')} title="Value"><NumberField name="value" decimal defaultValue={was.value ?? ''} /></Question>
      <Question {...ask('unit')} title="What is counted?" hint="For example, teams"><TextField name="unit" width={20} defaultValue={was.unit ?? ''} /></Question>
      <Question {...ask('asAtOn')} title="As at" hint="The day the value is of. For example, 27 3 2027"><TextField name="asAtOn" width={10} defaultValue={was.asAtOn ?? ''} /></Question>
      <Question {...ask('definition')} title="What exactly is counted, and what is not?"><LongTextField name="definition" rows={3} defaultValue={was.definition ?? ''} /></Question>
      <Question {...ask('source')} title="Where does it come from?"><TextField name="source" defaultValue={was.source ?? ''} /></Question>
    </>
  );
}
