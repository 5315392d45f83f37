import { Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsked, type ControlProps } from './asked.ts';
import classes from './choice-field.module.css';

const { body = '', inner = '', input = '', icon = '', label = '' } = classes;
const RADIO = { body, inner, radio: input, icon, label };
const BOX = { body, inner, input, icon, label };

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: string;
  /** Asked right under this choice, such as "When will you know?". Always shown: nothing depends on script. */
  below?: ReactNode;
}

/** One of several. Stands in a Question that is a fieldset; the first option carries the question's id. */
export function ChoiceField({ choices, defaultValue, inline, ...props }: ControlProps & { choices: Choice[]; inline?: boolean }) {
  const { name, id } = useAsked(props);
  return (
    <div className={classes.choices} data-inline={inline || undefined}>
      {choices.map((choice, i) => {
        const own = i === 0 ? id : `${id}-${i + 1}`;
        return (
          <Row key={choice.value} choice={choice} id={own}>
            <Radio
              classNames={RADIO} id={own} name={name} value={choice.value} label={choice.label} defaultChecked={choice.value === defaultValue}
              aria-describedby={choice.hint ? `${own}-hint` : undefined}
            />
          </Row>
        );
      })}
    </div>
  );
}

interface ChoicesProps extends Omit<ControlProps, 'defaultValue'> {
  choices: Choice[];
  defaultValue?: readonly string[];
}

/** Any of several, all posted under one name. Stands in a Question that is a fieldset. */
export function ChoicesField({ choices, defaultValue = [], ...props }: ChoicesProps) {
  const { name, id, wrong } = useAsked(props);
  return (
    <div className={classes.choices}>
      {choices.map((choice, i) => {
        const own = i === 0 ? id : `${id}-${i + 1}`;
        return (
          <Row key={choice.value} choice={choice} id={own}>
            <Checkbox
              classNames={BOX} id={own} name={name} value={choice.value} label={choice.label} defaultChecked={defaultValue.includes(choice.value)}
              aria-describedby={choice.hint ? `${own}-hint` : undefined} aria-invalid={wrong || undefined}
            />
          </Row>
        );
      })}
    </div>
  );
}

/** One box to tick on its own, such as a declaration. */
export function TickField({ name, id = name, value = 'yes', label: words, defaultChecked, invalid, describedBy }: Tick) {
  return (
    <div className={classes.choice}>
      <Checkbox
        classNames={BOX} id={id} name={name} value={value} label={words} defaultChecked={defaultChecked}
        aria-describedby={describedBy} aria-invalid={invalid || undefined}
      />
    </div>
  );
}

interface Tick {
  name: string;
  id?: string;
  value?: string;
  label: ReactNode;
  defaultChecked?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

const Row = ({ choice, id, children }: { choice: Choice; id: string; children: ReactNode }) => (
  <div className={classes.choice}>
    {children}
    {choice.hint ? <p className={classes.hint} id={`${id}-hint`}>{choice.hint}</p> : null}
    {choice.below ? <div className={classes.below}>{choice.below}</div> : null}
  </div>
);
