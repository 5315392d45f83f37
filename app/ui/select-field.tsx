import { Input } from '@mantine/core';
import { useAsked, type ControlProps } from './asked.ts';
import { box } from './box.ts';

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
      {...box({ id, described, wrong })} component="select" mod={{ select: true }} pointer name={name} defaultValue={defaultValue}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </Input>
  );
}
