import classes from './square-code.module.css';

/** A picture of squares that a phone reads: black on white in every colour scheme, since cameras need it so. */
export const SquareCode = ({ label, size, path }: { label: string; size: number; path: string }) => (
  <svg className={classes.code} role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
