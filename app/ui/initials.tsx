import classes from './initials.module.css';

/** A person without a photo. Always beside their name, so it is hidden from assistive software. */
export const Initials = ({ name }: { name: string }) => (
  <span className={classes.initials} aria-hidden="true">{initialsOf(name)}</span>
);

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => word.charAt(0).toUpperCase()).join('');
}
