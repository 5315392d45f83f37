import type { ReactNode } from 'react';
import type { Options } from '#app/domain/programme/programme-scope.server.ts';
import { addressOf, FILTERS, type ProgrammeSearch } from '#app/domain/programme/programme-search.ts';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

const TITLES: Record<keyof ProgrammeSearch, string> = { commissioner: 'Commissioner', route: 'Route', category: 'Kind of benefit', live: 'Months live', objective: 'Objective', kind: 'Cases counted' };

interface Props {
  path: string;
  search: ProgrammeSearch;
  options: Options;
  /** What is counted when nothing is chosen. */
  kind: 'real' | 'all';
  count: string;
  /** Kept in the address beside the filters. */
  more?: Record<string, string>;
  /** Further fields. */
  children?: ReactNode;
}

/** The filters that every list of the programme has, in the address. */
export function ProgrammeFilters({ path, search, options, kind, count, more = {}, children }: Props) {
  const labelOf = (name: keyof ProgrammeSearch) => options[name].find(({ value }) => value === search[name])?.label ?? search[name];
  const chosen = FILTERS.filter((name) => search[name]).map((name) => ({ label: labelOf(name), removeTo: addressOf(path, { ...search, [name]: '' }, more) }));
  return (
    <FilterForm action={path} chosen={chosen} count={count}>
      {children}
      {FILTERS.filter((name) => name !== 'objective' || options.objective.length > 0).map((name) => (
        <Question key={name} id={name} as="field" size="s" title={TITLES[name]}>
          <SelectField name={name} {...(name === 'kind' ? {} : { empty: 'All' })} options={options[name]} defaultValue={search[name] || (name === 'kind' ? kind : '')} />
        </Question>
      ))}
    </FilterForm>
  );
}

/** Which cases are counted, in words. */
export const countedInWords = ({ kind, noneReal }: { kind: 'real' | 'all'; noneReal: boolean }): string =>
  noneReal ? 'There is no real case yet, so illustrations and examples are counted.' : kind === 'all' ? 'Illustrations and examples are counted too.' : 'Only real cases are counted.';
