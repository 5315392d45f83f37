import classes from './bead.module.css';

export type BeadKind = 'done' | 'yours' | 'other' | 'draft' | 'closed';

const INSIDE: Record<BeadKind, string> = {
  done: 'M7.5 12.4l3 3 6-6.8',
  yours: 'M12 7v6M12 16.6v.1',
  other: 'M10 8l4 4-4 4',
  draft: 'M12 12h.1',
  closed: '',
};

/** One bead on a thread: decoration beside words that say the same. Drawn as SVG so that it survives printing. */
export function Bead({ kind }: { kind: BeadKind }) {
  return (
    <svg className={classes.bead} data-kind={kind} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      {INSIDE[kind] ? <path d={INSIDE[kind]} /> : null}
    </svg>
  );
}
