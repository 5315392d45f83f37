import classes from './saved-line.module.css';

interface Props {
  /** idle: nothing saved by itself yet, or no script. */
  state: 'idle' | 'saving' | 'saved' | 'failed';
  /** "2:41pm". */
  at?: string;
}

/** Whether what was typed is safe, in one place, politely. */
export const SavedLine = ({ state, at }: Props) => (
  <p className={classes.saved} role="status" data-state={state}>{wordsOf(state, at)}</p>
);

function wordsOf(state: Props['state'], at?: string): string {
  if (state === 'saving') return 'Saving...';
  if (state === 'failed') return 'Not saved. We will keep trying. Keep this page open.';
  return at ? `Saved at ${at}` : 'Your answer is saved when you press a Save button';
}
