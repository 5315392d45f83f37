import { Input } from '@mantine/core';
import { useAsked, type ControlProps } from './asked.ts';
import classes from './field.module.css';

interface Props extends ControlProps {
  options: { value: string; label: string }[];
  /** The words of the empty first option; absent: there is none. */
  empty?: string;
}

/** The browser's own list: it works before any script and by every means of input. */
export function SelectField({ options, empty, defaultValue, ...props }: Props) {
  const { name, id, described, wrong } = useAsked(props);
  return (
    <Input<'select'>
      component="select" className={classes.box} mod={{ select: true }} withAria={false} error={wrong} pointer
      id={id} name={name} defaultValue={defaultValue} aria-describedby={described} aria-invalid={wrong || undefined}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </Input>
  );
}
