import { TextField } from '#app/ui/text-field.tsx';

interface Props {
  id: string;
  label: string;
  width: 4 | 10 | 20 | 'full';
  value: string;
  wrong: boolean;
  className?: string | undefined;
}

/** One of several boxes of a question, with a label of its own. */
export const LabelledBox = ({ id, label, width, value, wrong, className }: Props) => (
  <div className={className}>
    <label htmlFor={id}>{label}</label>
    <TextField id={id} name={id} width={width} defaultValue={value} invalid={wrong} />
  </div>
);
