import { Link } from '@remix-run/react';
import { Details } from './details.tsx';
import { Prose } from './prose.tsx';

interface Told {
  id: string;
  title: string;
  differently: string;
  team: string;
  /** "An invented example"; '' for a team as it is. */
  kind: string;
}

/** What other teams tell about the subject of a form, folded away; nothing where none tells anything. */
export const OtherTeams = ({ lessons }: { lessons: readonly Told[] }) =>
  lessons.length ? (
    <Details summary={`Lessons from other teams (${lessons.length})`}>
      {lessons.map(({ id, title, differently, team, kind }) => (
        <div key={id}>
          <p><strong><Link to={`/lessons/${id}`}>{title}</Link></strong></p>
          <Prose text={differently} />
          <p className="quiet small">{kind ? `${team}. ${kind}.` : `${team}.`}</p>
        </div>
      ))}
    </Details>
  ) : null;
