import { ButtonLink } from './buttons.tsx';
import { Icon } from './icon.tsx';
import classes from './turn-line.module.css';

export interface TurnWords {
  whose: 'you' | 'other' | 'nobody';
  /** you: "Send the HR section by 22 May."; other: "With Karen Hall, Northbridge PCT"; nobody: a whole sentence. */
  words: string;
  /** A day in words. */
  since?: string;
  /** Working days since then, and how many were agreed. */
  days?: number;
  agreed?: number;
  late?: boolean;
  /** Why it is not the reader's although they judge: a sentence without its full stop. */
  whyNot?: string;
}

const ICONS = { you: 'turn', other: 'clock', nobody: 'dots' } as const;

/** Whose turn it is, the same on every screen. The action is shown to the person whose turn it is. */
export function TurnLine({ turn, action }: { turn: TurnWords; action?: { to: string; label: string } }) {
  return (
    <div className={classes.turn} data-whose={turn.whose} data-late={turn.late || undefined}>
      <p className={classes.words}>
        <Icon name={ICONS[turn.whose]} />
        <span>
          {turn.whose === 'you' ? <strong>Your turn. </strong> : null}
          {turn.whose === 'other' ? <strong>{turn.words}</strong> : turn.words}
          {waited(turn)}
          {turn.whyNot ? ` ${turn.whyNot}.` : null}
        </span>
      </p>
      {action ? <ButtonLink to={action.to}>{action.label}</ButtonLink> : null}
    </div>
  );
}

/** ", since 5 May (9 working days). Agreed: 10." */
function waited({ whose, since, days, agreed, late }: TurnWords) {
  const length = days === undefined ? '' : `${days} working ${days === 1 ? 'day' : 'days'}`;
  if (!since && !length && agreed === undefined) return null;
  const from = since && length ? `since ${since} (${length}).` : since ? `since ${since}.` : length ? `${length}.` : '';
  const opening = !from ? '. ' : whose === 'other' ? ', ' : ' With you ';
  return (
    <>
      {opening + from}
      {agreed === undefined ? null : ` Agreed: ${agreed}.`}
      {late ? <strong className={classes.late}> Late.</strong> : null}
    </>
  );
}
