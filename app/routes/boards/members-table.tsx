import type { MemberShown } from '#app/domain/boards/board-members.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';

const TONES: Record<NonNullable<MemberShown['view']>, Tone> = { support: 'green', supportWithConditions: 'teal', notSupport: 'red', cannotTakePart: 'plain' };

/** "Karen Hall, Northbridge PCT". */
export const inFull = ({ name, organisation }: Pick<MemberShown, 'name' | 'organisation'>): string => (organisation ? `${name}, ${organisation}` : name);

/** Each member with their view, or who has given one where the views themselves are hidden. */
export const MembersTable = ({ members, hidden = false }: { members: readonly MemberShown[]; hidden?: boolean }) => (
  <Table
    caption="Board members and their views" captionHidden
    head={[{ label: 'Member' }, { label: 'View' }, ...(hidden ? [] : [{ label: 'In their words' }]), { label: 'When' }]}
    rows={members.map((m) => ({
      key: m.id,
      cells: [
        inFull(m),
        hidden && m.view && m.view !== 'cannotTakePart' ? 'Given' : <StatusTag key="view" tone={m.title === 'Cannot take part' || !m.view ? 'plain' : TONES[m.view]}>{m.title}</StatusTag>,
        ...(hidden ? [] : [m.words || 'Nothing said']),
        m.at ? day(dayOf(m.at)) : 'Not given',
      ],
    }))}
  />
);
