import { useAsked, type ControlProps } from './asked.ts';
import classes from './field.module.css';

/** The browser's own file chooser. */
export function FileField({ accept, multiple, ...props }: Omit<ControlProps, 'defaultValue'> & { accept?: string; multiple?: boolean }) {
  const { name, id, described, wrong } = useAsked(props);
  return (
    <input
      className={classes.file} type="file" id={id} name={name} accept={accept} multiple={multiple}
      aria-describedby={described} aria-invalid={wrong || undefined}
    />
  );
}
