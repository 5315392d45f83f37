import { ACTIONS } from '#app/domain/meetings/places.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { LabelledBox } from './labelled-box.tsx';
import classes from './meetings.module.css';

interface Props {
  owners: { value: string; label: string }[];
  errors: FormError[];
  values: Typed;
}

/** Up to three things to do next: what, who and by when. */
export const ActionFields = ({ owners, errors, values }: Props) => (
  <>
    <h2>What happens next</h2>
    <p>Up to three actions. Each waits on the first page of whoever is to do it until it is marked as done.</p>
    {ACTIONS.map((n) => <Action key={n} n={n} owners={owners} errors={errors} values={values} />)}
  </>
);

function Action({ n, owners, errors, values }: Props & { n: number }) {
  const [text, owner, due] = [`actions.${n}.text`, `actions.${n}.owner`, `actions.${n}.due`];
  const at = [text, owner, due].map((id) => errorAt(errors, id));
  return (
    <Question id={text} as="fieldset" size="s" title={`Action ${n}`} optional {...(n === 1 && { hint: 'The date like 27 3 2027' })} {...(at.find(({ error }) => error) ?? {})}>
      <div className={classes.boxes}>
        <LabelledBox id={text} label="What is to be done" width="full" value={values[text] ?? ''} wrong={Boolean(at[0]?.error)} className={classes.wide} />
        <div>
          <label htmlFor={owner}>Who does it</label>
          <SelectField id={owner} name={owner} empty="Select one" options={owners} defaultValue={values[owner] ?? ''} invalid={Boolean(at[1]?.error)} />
        </div>
        <LabelledBox id={due} label="By when" width={10} value={values[due] ?? ''} wrong={Boolean(at[2]?.error)} />
      </div>
    </Question>
  );
}
