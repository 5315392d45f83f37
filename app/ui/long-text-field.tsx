import { Input } from '@mantine/core';
import { useEffect, useState, type ChangeEvent } from 'react';
import { ids, useAsked, type ControlProps } from './asked.ts';
import { box } from './box.ts';
import classes from './field.module.css';

interface Props extends ControlProps {
  /** The word limit. Typing past it is allowed, so that people can paste and cut down. */
  words?: number;
  /** Lines to show, when it is not what the word limit suggests. */
  rows?: number;
}

/** A long answer. The limit is a sentence without script, and a live count once the script is there. */
export function LongTextField({ words, rows, defaultValue = '', ...props }: Props) {
  const { name, id, described, wrong } = useAsked(props);
  const [typed, setTyped] = useState<string>();
  useEffect(() => setTyped((document.getElementById(id) as HTMLTextAreaElement | null)?.value), [id]);
  const left = words !== undefined && typed !== undefined ? words - countWords(typed) : undefined;
  return (
    <>
      <Input<'textarea'>
        {...box({ id, described: ids(described, words !== undefined && `${id}-limit`), wrong })} error={wrong || (left ?? 0) < 0}
        component="textarea" multiline name={name} rows={rows ?? rowsFor(words)} defaultValue={defaultValue}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setTyped(event.currentTarget.value)}
      />
      {words === undefined ? null : <Limit id={id} words={words} left={left} />}
    </>
  );
}

function Limit({ id, words, left }: { id: string; words: number; left: number | undefined }) {
  const said = left === undefined ? `Use up to ${words} words` : remaining(left);
  return (
    <>
      <p className={classes.limit} id={`${id}-limit`} data-over={left !== undefined && left < 0 ? true : undefined}>
        <span className="visually-hidden">{`Use up to ${words} words. `}</span>
        <span aria-hidden={left === undefined ? undefined : true}>{said}</span>
      </p>
      {left === undefined ? null : <Spoken words={said} />}
    </>
  );
}

/** The count for screen readers, said a second after typing stops and not at every key. */
function Spoken({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  const [first] = useState(words);
  useEffect(() => {
    if (words === first) return undefined;
    const later = setTimeout(() => setSaid(words), 1000);
    return () => clearTimeout(later);
  }, [words, first]);
  return <p className="visually-hidden" aria-live="polite">{said}</p>;
}

const countWords = (text: string) => text.split(/\s+/u).filter(Boolean).length;

const remaining = (left: number) =>
  left < 0 ? `You have ${-left} ${left === -1 ? 'word' : 'words'} too many.` : `You have ${left} ${left === 1 ? 'word' : 'words'} left.`;

/** About twelve words a line, a little room to spare, and never a wall. */
const rowsFor = (words = 150) => Math.min(14, Math.max(4, Math.ceil(words / 25)));
