import { Input } from '@mantine/core';
import { useAsked, type ControlProps } from './asked.ts';
import { box } from './box.ts';
import classes from './field.module.css';

type PartName = 'day' | 'month' | 'year';
interface Props extends Omit<ControlProps, 'defaultValue'> {
  /** What is known or was typed: text, month names included. */
  defaultValue?: Partial<Record<PartName, string>>;
  /** The part the error is about, when it is about one. */
  wrong?: string;
}

/** Three boxes, named name.day, name.month and name.year. Stands in a Question that is a fieldset. */
export const DateField = (props: Props) => <Parts {...props} parts={['day', 'month', 'year']} />;

/** Two boxes, name.month and name.year. */
export const MonthField = (props: Props) => <Parts {...props} parts={['month', 'year']} />;

function Parts({ parts, defaultValue = {}, wrong: wrongPart, ...props }: Props & { parts: PartName[] }) {
  const asked = useAsked(props);
  const one = parts.find((part) => part === wrongPart);
  return (
    <div className={classes.date}>
      {parts.map((part, i) => (
        <DatePart
          key={part} part={part} name={`${asked.name}.${part}`} value={defaultValue[part] ?? ''}
          // The first box also answers to the question's own id, unless an error speaks of it by its full name.
          id={i === 0 && one !== part ? asked.id : `${asked.id}.${part}`}
          invalid={asked.wrong && (one === undefined || one === part)} describedBy={asked.described}
        />
      ))}
    </div>
  );
}

interface DatePartProps {
  part: PartName;
  name: string;
  id: string;
  value: string;
  invalid: boolean;
  describedBy: string | undefined;
}

const DatePart = ({ part, name, id, value, invalid, describedBy }: DatePartProps) => (
  <div>
    <label htmlFor={id}>{part.charAt(0).toUpperCase() + part.slice(1)}</label>
    <Input
      {...box({ id, described: describedBy, wrong: invalid })} mod={{ width: part === 'year' ? 5 : part === 'month' ? 6 : 4 }} name={name} type="text" inputMode={part === 'month' ? undefined : 'numeric'} defaultValue={value} autoComplete="off"
    />
  </div>
);
