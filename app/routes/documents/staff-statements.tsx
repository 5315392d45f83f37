import { Link } from '@remix-run/react';
import type { StatementShown } from '#app/domain/evidence/staff-statement.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { Prose } from '#app/ui/prose.tsx';

interface Props {
  statements: readonly StatementShown[];
  /** The reader is of staff side and may write. */
  mayWrite: boolean;
  caseId: string;
}

/** What staff side says of the workforce plan, word for word, to the team and to who reviews and decides alike. */
export function StaffStatements({ statements, mayWrite, caseId }: Props) {
  if (statements.length === 0 && !mayWrite) return null;
  return (
    <section id="staff-side">
      <h2>Statement of staff side</h2>
      {statements.map((one) => (
        <div key={one.id}>
          {one.words === null ? <p><Link to={`/cases/${caseId}/documents/${one.id}`}>{one.title}</Link></p> : <Prose text={one.words} />}
          <p className="quiet small">{`${one.by}, staff side representative, ${day(dayOf(one.at))}${one.version > 1 ? `, version ${one.version}` : ''}. Nobody else can change it. The team, the reviewers and the approver all read it as it is here. `}<Link to={`/cases/${caseId}/documents/${one.id}`}>Versions<span className="visually-hidden">{` of ${one.title}`}</span></Link></p>
        </div>
      ))}
      {mayWrite ? <p><Link to={`/cases/${caseId}/stages/workforce/statement`}>{statements.length ? 'Change your statement' : 'Write your statement'}</Link><br /><Link to={`/cases/${caseId}/documents/new?stage=workforce&kind=union-statement`}>Attach it as a file</Link></p> : null}
    </section>
  );
}
