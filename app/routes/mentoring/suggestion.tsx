import { Link } from '@remix-run/react';
import type { Suggestion } from '#app/domain/mentoring/choices-page.server.ts';
import { errorAt, type FormError } from '#app/lib/forms.ts';
import { Card } from '#app/ui/card.tsx';
import { Details } from '#app/ui/details.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { Table } from '#app/ui/table.tsx';
import classes from './mentoring.module.css';

interface Props {
  one: Suggestion;
  places: number;
  /** The place typed before. */
  value: string;
  errors: readonly FormError[];
}

const ORDINALS = ['First choice', 'Second choice', 'Third choice', 'Fourth choice', 'Fifth choice'];

/** One adviser, with what speaks for them and against in words, the sum behind it, and the place they are given. */
export function SuggestionCard({ one, places, value, errors }: Props) {
  const name = `choice.${one.adviserId}`;
  return (
    <Card title={one.name} level={2}>
      <p>{one.jobTitle}{', '}<Link to={`/mentors/${one.organisation.id}`}>{one.organisation.name}</Link></p>
      <div className={classes.reasons}>
        <div><h3>Why</h3><ul>{one.why.map((words) => <li key={words}>{words}</li>)}</ul></div>
        <div><h3>Why not</h3>{one.whyNot.length ? <ul>{one.whyNot.map((words) => <li key={words}>{words}</li>)}</ul> : <p>Nothing speaks against it.</p>}</div>
      </div>
      <Details summary={`How the ${one.points} of ${one.of} points add up`}>
        <Table
          caption={`Points of ${one.name}`} captionHidden head={[{ label: 'Judged by' }, { label: 'Points', numeric: true }, { label: 'At most', numeric: true }]}
          rows={one.sums.map((sum) => ({ key: sum.title, cells: [sum.title, sum.points, sum.of] }))} foot={['Together', one.points, one.of]} pairs
        />
      </Details>
      <Question id={name} as="field" size="s" title={`Your choice for ${one.name}`} {...errorAt(errors, name)}>
        <SelectField name={name} empty="Not chosen" options={ORDINALS.slice(0, places).map((label, i) => ({ value: String(i + 1), label }))} defaultValue={value} />
      </Question>
    </Card>
  );
}
