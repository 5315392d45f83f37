import { Link } from '@remix-run/react';
import type { NoteShown } from '#app/domain/meetings/mentor-note.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { Prose } from '#app/ui/prose.tsx';

interface Props {
  notes: readonly NoteShown[];
  /** The reader is the mentor and may write. */
  mayWrite: boolean;
  path: string;
}

/** What a mentor says of a stage to its approver, shown to the approver and the team alike. */
export function MentorNotes({ notes, mayWrite, path }: Props) {
  if (notes.length === 0 && !mayWrite) return null;
  return (
    <section id="mentor-note">
      <h2>{"Mentor's note"}</h2>
      {notes.map((note) => (
        <div key={note.id}>
          <Prose text={note.text} />
          <p className="quiet small">{`${note.by}, mentor, ${day(dayOf(note.at))}. The approver and the team both read this.`}</p>
        </div>
      ))}
      {mayWrite ? <p><Link to={`${path}/note`}>{notes.length ? 'Change your note to the approver' : 'Write a note to the approver'}</Link></p> : null}
    </section>
  );
}
