import { Input } from '@mantine/core';
import { useAsked, type ControlProps } from './asked.ts';
import { box } from './box.ts';

interface Props extends ControlProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  /** About how many characters are expected; the box is as wide. */
  width?: 4 | 10 | 20 | 'full';
  spellCheck?: boolean;
}

/** One line of text. */
export function TextField({ type = 'text', autoComplete, inputMode, width = 'full', spellCheck, defaultValue, ...props }: Props) {
  const { name, id, described, wrong } = useAsked(props);
  return (
    <Input
      {...box({ id, described, wrong })} mod={{ width }} name={name} type={type} defaultValue={defaultValue} inputMode={inputMode} autoComplete={autoComplete ?? 'off'} spellCheck={spellCheck}
    />
  );
}
