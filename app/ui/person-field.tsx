import { useAsked, type ControlProps } from './asked.ts';
import { TextField } from './text-field.tsx';
import classes from './field.module.css';

type Part = 'name' | 'jobTitle' | 'employer' | 'email';
interface Props extends Omit<ControlProps, 'defaultValue'> {
  defaultValue?: Partial<Record<Part, string>>;
  /** Messages by part. */
  errors?: Partial<Record<Part, string>>;
}

const LABELS: Record<Part, string> = { name: 'Full name', jobTitle: 'Job title', employer: 'Employer', email: 'Work email address' };

/** A person in four boxes: name.name, name.jobTitle, name.employer, name.email. Stands in a Question that is a fieldset. */
export function PersonField({ defaultValue = {}, errors = {}, ...props }: Props) {
  const asked = useAsked(props);
  return (
    <div className={classes.person}>
      {(Object.keys(LABELS) as Part[]).map((part, i) => {
        // As with dates: the first box answers to the question's id unless it has an error of its own.
        const id = i === 0 && !errors.name ? asked.id : `${asked.id}.${part}`;
        return (
          <div key={part} data-error={errors[part] ? true : undefined}>
            <label htmlFor={id}>{LABELS[part]}</label>
            {errors[part] ? <p className={classes.error} id={`${id}-error`}><span className="visually-hidden">Error: </span>{errors[part]}</p> : null}
            <TextField
              id={id} name={`${asked.name}.${part}`} type={part === 'email' ? 'email' : 'text'} defaultValue={defaultValue[part] ?? ''}
              invalid={Boolean(errors[part])} {...(errors[part] ? { describedBy: `${id}-error` } : {})}
            />
          </div>
        );
      })}
    </div>
  );
}
