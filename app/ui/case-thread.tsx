import { Link } from '@remix-run/react';
import { Bead, type BeadKind } from './bead.tsx';
import { StatusTag, type Tone } from './status-tag.tsx';
import classes from './case-thread.module.css';

export interface ThreadStage {
  key: string;
  title: string;
  to?: string;
  /** The status in words: "With approver". */
  state: string;
  tone: Tone;
  /** Beside the status: "2 February", "since 5 May". */
  date?: string;
  bead: BeadKind;
  current?: boolean;
  /** Under the title: "opens after stage 2". */
  note?: string;
  /** Where the decision on it is recorded. */
  record?: string;
}

/** The stages of a case as beads on a stitched thread: solid where done, dashed where not. The words carry the state. */
export function CaseThread({ stages, compact }: { stages: ThreadStage[]; compact?: boolean }) {
  return (
    <ol className={compact ? classes.compact : classes.thread}>
      {stages.map((stage, i) => (
        <li key={stage.key} className={classes.stage} data-bead={stage.bead} aria-current={stage.current ? 'step' : undefined}>
          <Bead kind={stage.bead} />
          {compact ? <Short stage={stage} number={i + 1} /> : <Full stage={stage} number={i + 1} of={stages.length} />}
        </li>
      ))}
    </ol>
  );
}

const Full = ({ stage, number, of }: { stage: ThreadStage; number: number; of: number }) => (
  <div className={classes.words}>
    <p className={classes.title}>
      <span className="visually-hidden">{`Stage ${number} of ${of}, `}</span>
      <span className={classes.number} aria-hidden="true">{number}</span>
      {stage.to ? <Link to={stage.to}>{stage.title}</Link> : <span>{stage.title}</span>}
    </p>
    <p className={classes.state}>
      <StatusTag tone={stage.tone} {...(stage.bead === 'done' ? { shape: 'tick' as const } : {})}>{stage.state}</StatusTag>
      {stage.date ? <span className={classes.date}>{stage.date}</span> : null}
    </p>
    {stage.note ? <p className={classes.note}>{stage.note}</p> : null}
    {stage.record ? <p className={classes.note}><Link to={stage.record}>Decision record<span className="visually-hidden">{`: ${stage.title}`}</span></Link></p> : null}
  </div>
);

const Short = ({ stage, number }: { stage: ThreadStage; number: number }) => (
  <>
    <span className={classes.number} aria-hidden="true">{number}</span>
    <span className="visually-hidden">{`Stage ${number}, ${stage.title}: ${stage.state}`}</span>
  </>
);
