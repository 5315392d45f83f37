import { Input } from '@mantine/core';
import { ids, useAsked, type ControlProps } from './asked.ts';
import { box } from './box.ts';
import classes from './field.module.css';

interface Props extends ControlProps {
  /** Before the box: a pound sign. */
  prefix?: string;
  /** After the box: "staff", "%". */
  suffix?: string;
  /** Numbers with a point or pence. */
  decimal?: boolean;
  width?: 4 | 10 | 20;
}

/** A number as text, so that nothing is changed while typing. The unit is read out with the hint. */
export function NumberField({ prefix, suffix, decimal, width = 10, defaultValue, ...props }: Props) {
  const { name, id, described, wrong } = useAsked(props);
  const unit = prefix ?? suffix;
  return (
    <div className={classes.number}>
      {prefix ? <span className={classes.prefix} id={`${id}-unit`}>{prefix}</span> : null}
      <Input
        {...box({ id, described: ids(described, unit && `${id}-unit`), wrong })} mod={{ width }} name={name} type="text" inputMode={decimal ? 'decimal' : 'numeric'} defaultValue={defaultValue} autoComplete="off" spellCheck={false}
      />
      {suffix && !prefix ? <span className={classes.suffix} id={`${id}-unit`}>{suffix}</span> : null}
    </div>
  );
}
