import classes from './field.module.css';

/**
 * Props of Mantine's Input for one control. Its own ARIA is off, since it would drop the question's hint and error;
 * with it goes the id, which therefore travels among the attributes.
 */
export const box = ({ id, described, wrong }: { id: string; described?: string | undefined; wrong: boolean }) => ({
  className: classes.box ?? '',
  withAria: false,
  error: wrong,
  attributes: { input: { id } },
  'aria-describedby': described,
  'aria-invalid': wrong || undefined,
});
