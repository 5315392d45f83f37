import { SLOTS } from '#app/domain/meetings/places.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Question } from '#app/ui/question.tsx';
import classes from './meetings.module.css';
import { LabelledBox } from './labelled-box.tsx';

/** Up to five times, each a day and a clock time in the UK. */
export const SlotFields = ({ errors, values }: { errors: FormError[]; values: Typed }) => (
  <>
    <h2>Times you offer</h2>
    <p>Up to five. All times are UK time. The first is needed, the others are up to you.</p>
    {SLOTS.map((n) => <Slot key={n} n={n} errors={errors} values={values} />)}
  </>
);

function Slot({ n, errors, values }: { n: number; errors: FormError[]; values: Typed }) {
  const [day, time] = [`slots.${n}.day`, `slots.${n}.time`];
  const [atDay, atTime] = [errorAt(errors, day), errorAt(errors, time)];
  return (
    <Question id={day} as="fieldset" size="s" title={`Time ${n}`} {...(n > 1 && { optional: true })} {...(n === 1 && { hint: 'Like 27 3 2027, and 2:30pm or 14:30' })} {...(atDay.error ? atDay : atTime)}>
      <div className={classes.boxes}>
        <LabelledBox id={day} label="Day" width={10} value={values[day] ?? ''} wrong={Boolean(atDay.error)} />
        <LabelledBox id={time} label="Clock time" width={10} value={values[time] ?? ''} wrong={Boolean(atTime.error)} />
      </div>
    </Question>
  );
}
