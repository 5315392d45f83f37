/** Our own mark: a running stitch that comes out of the cloth and ends in a bead. */
export const Mark = () => (
  <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false" fill="none">
    <path d="M2 17c7 0 8-10 15-10s7 9 13 9" stroke="var(--brand-thread)" strokeWidth="3" strokeLinecap="round" strokeDasharray="5.5 5" />
    <circle cx="34" cy="15" r="4.5" fill="currentColor" />
  </svg>
);
