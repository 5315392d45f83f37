import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { AskedContext, ids } from './asked.ts';
import { Details } from './details.tsx';
import { Prose } from './prose.tsx';
import classes from './question.module.css';

interface Props {
  /** Id of the control (field) or of its first option (fieldset): what the error summary links to. */
  id: string;
  title: string;
  /** Names the group when the title is already said elsewhere, or must differ from it. */
  legend?: string;
  /** One plain sentence: why we ask. */
  why?: string;
  /** One short sentence by the control, no full stop. */
  hint?: string;
  /** Longer help; blank lines part paragraphs, "- " starts a bullet. */
  help?: string;
  /** An answer a fictional team gave, and the team where it has a case to look round. */
  example?: string;
  exampleOf?: { team: string; to: string | null };
  error?: string;
  optional?: boolean;
  /** field: one control with a label; fieldset: several controls under a legend. */
  as: 'fieldset' | 'field';
  /** s: a plain label, for short forms such as sign-in; m: a heading. */
  size?: 's' | 'm';
  children: ReactNode;
  /** Comments and earlier wording: beside the question on a desk, under it on phones. */
  aside?: ReactNode;
}

/** One question in the order people and screen readers need: title, why, help, hint, error, control. */
export function Question(props: Props) {
  const { id, hint, error, as, size = 'm', aside } = props;
  const describedBy = ids(hint && `${id}-hint`, error && `${id}-error`);
  const asked = { id, invalid: Boolean(error), ...(as === 'field' && describedBy ? { describedBy } : {}) };
  const inside = <AskedContext.Provider value={asked}><Inside {...props} /></AskedContext.Provider>;
  return (
    <div className={classes.question} data-size={size} data-error={error ? true : undefined} data-aside={aside ? true : undefined}>
      {as === 'fieldset' ? <fieldset className={classes.body} aria-describedby={describedBy}>{inside}</fieldset> : <div className={classes.body}>{inside}</div>}
      {aside ? <aside className={classes.aside} aria-label={`Beside: ${props.title}`}>{aside}</aside> : null}
    </div>
  );
}

function Inside({ id, why, hint, help, example, exampleOf, error, children, ...props }: Props) {
  return (
    <>
      <Title id={id} {...props} />
      {why ? <p className={classes.why}>{why}</p> : null}
      {help ? <div className={classes.help}><Prose text={help} /></div> : null}
      {example ? <Example text={example} title={props.title} of={exampleOf} /> : null}
      {hint ? <p className={classes.hint} id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className={classes.error} id={`${id}-error`}><span className="visually-hidden">Error: </span>{error}</p> : null}
      <div className={classes.control}>{children}</div>
    </>
  );
}

const Example = ({ text, title, of }: { text: string; title: string; of: Props['exampleOf'] }) => (
  <Details summary={<>{of ? `See how ${of.team} answered this` : 'See an example answer'}<span className="visually-hidden">{`: ${title}`}</span></>}>
    <p className={classes.example}>Example, not advice</p>
    <Prose text={text} />
    {of?.to ? <p><Link to={of.to}>The whole answer<span className="visually-hidden">{` of ${of.team} to: ${title}`}</span></Link></p> : null}
  </Details>
);

function Title({ id, as, size, title, legend, optional }: Pick<Props, 'id' | 'as' | 'size' | 'title' | 'legend' | 'optional'>) {
  const words = <>{legend ?? title}{optional ? <span className={classes.optional}> (optional)</span> : null}</>;
  const named = as === 'field' ? <label htmlFor={id}>{words}</label> : words;
  const heading = size === 's' ? named : <h2>{named}</h2>;
  return as === 'fieldset' ? <legend className={classes.title}>{heading}</legend> : <div className={classes.title}>{heading}</div>;
}
