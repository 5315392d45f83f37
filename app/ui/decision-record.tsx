import type { ReactNode } from 'react';
import { StatusTag, type Tone } from './status-tag.tsx';
import { SummaryList } from './summary-list.tsx';
import classes from './decision-record.module.css';

interface Props {
  /** "Approved with conditions", with its colour. */
  verdict: { words: string; tone: Tone };
  /** Who, role, organisation, when, version, content hash, reasons. */
  rows: { key: string; value: ReactNode }[];
  conditions: { id: string; text: string; evidence?: string; owner: string; due: string; before?: string }[];
  criteria: { id: string; title: string; met: { words: string; tone: Tone }; reason?: string }[];
  /** "RCT-0042, business case version 3, printed 5 June 2026 at 9:32am". */
  footing: string;
}

/** What was decided, by whom, on what: the certificate of a decision. Made to be printed. */
export const DecisionRecord = ({ verdict, rows, conditions, criteria, footing }: Props) => (
  <article className={classes.record} aria-labelledby="decision-record">
    <header className={classes.head}>
      <h2 id="decision-record">Decision record</h2>
      <StatusTag tone={verdict.tone}>{verdict.words}</StatusTag>
    </header>
    <SummaryList rows={rows} />
    {criteria.length ? <Criteria criteria={criteria} /> : null}
    {conditions.length ? <Conditions conditions={conditions} /> : null}
    <p className={classes.footing}>{footing}</p>
  </article>
);

const Criteria = ({ criteria }: Pick<Props, 'criteria'>) => (
  <section>
    <h3>Criteria</h3>
    <ul className={classes.criteria}>
      {criteria.map(({ id, title, met, reason }) => (
        <li key={id}>
          <p><b>{title}</b> <StatusTag tone={met.tone}>{met.words}</StatusTag></p>
          {reason ? <p>{reason}</p> : null}
        </li>
      ))}
    </ul>
  </section>
);

const Conditions = ({ conditions }: Pick<Props, 'conditions'>) => (
  <section>
    <h3>Conditions</h3>
    <ol className={classes.conditions}>
      {conditions.map(({ id, text, evidence, owner, due, before }) => (
        <li key={id}>
          <p><b>{text}</b></p>
          {evidence ? <p>{`Evidence: ${evidence}`}</p> : null}
          <p>{`${owner}, by ${due}.${before ? ` Before: ${before}.` : ''}`}</p>
        </li>
      ))}
    </ol>
  </section>
);
