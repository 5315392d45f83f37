import { createContext, useContext } from 'react';

/** What a Question tells the control inside it. */
export interface Asked {
  id: string;
  /** Ids of the hint and then the error; absent in a fieldset, where the group carries them. */
  describedBy?: string;
  invalid: boolean;
}

export const AskedContext = createContext<Asked | undefined>(undefined);

/** What every control takes. Inside a Question only `name` is needed. */
export interface ControlProps {
  name: string;
  /** The answer as it stands or as it was typed. */
  defaultValue?: string;
  id?: string;
  describedBy?: string;
  invalid?: boolean;
}

/** The ids and ARIA of one control: its own props first, then the question's. */
export function useAsked({ name, id, describedBy, invalid }: ControlProps) {
  const asked = useContext(AskedContext);
  const own = id ?? asked?.id ?? name;
  return {
    name,
    id: own,
    described: describedBy ?? (own === asked?.id ? asked.describedBy : undefined),
    wrong: invalid ?? asked?.invalid ?? false,
  };
}

/** Joins ids for aria-describedby, leaving out what is not there. */
export const ids = (...given: (string | undefined | false)[]): string | undefined => given.filter(Boolean).join(' ') || undefined;
