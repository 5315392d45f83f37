/** The sixteen drawings, and the dots of "not enough yet": a 20 by 20 grid, 2px strokes, round ends. */
const PATHS = {
  turn: 'M3 10h13M11 5l5 5-5 5',
  tick: 'M4 10.5l4 4 8-9',
  doubleTick: 'M1.5 10.5l4 4 7-9M9.5 13.5l1 1 8-9',
  triangle: 'M10 3l8 14H2zM10 8.5v3.5M10 14.6v.1',
  cross: 'M5 5l10 10M15 5L5 15',
  clock: 'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 6v4.3l3 1.9',
  comment: 'M3 4h14v9.5H9.5L5.5 17v-3.5H3z',
  pen: 'M3.5 16.5l.8-3.6L13.5 3.7l2.8 2.8-9.2 9.2zM11.5 5.7l2.8 2.8',
  paperclip: 'M16.5 9.5l-6.3 6.3a4 4 0 01-5.7-5.7l6.6-6.6a2.6 2.6 0 013.7 3.7l-6.3 6.3a1.2 1.2 0 01-1.7-1.7l5.3-5.3',
  person: 'M10 3a3.2 3.2 0 100 6.4A3.2 3.2 0 0010 3zM3.5 17.5c0-3.4 2.9-5.4 6.5-5.4s6.5 2 6.5 5.4',
  flag: 'M5 18V3M5 3.5h10.5L13 7.5l2.5 4H5',
  bead: 'M1 10h4M15 10h4M10 5.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z',
  lock: 'M4.5 9h11v8h-11zM7 9V6a3 3 0 016 0v3',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z',
  search: 'M8.5 3a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM12.7 12.7L17 17',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  dots: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word, never instead of one: it is hidden from assistive software. Size in pixels of a 1rem text. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon" viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor"
      strokeWidth={name === 'dots' ? 3 : 2} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
