import { Input } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAsked, type ControlProps } from './asked.ts';
import { box } from './box.ts';
import classes from './field.module.css';

/** A password, never shown again after a failed try. "Show" appears once the script is there to obey it. */
export function PasswordField({ autoComplete, ...props }: Omit<ControlProps, 'defaultValue'> & { autoComplete: 'current-password' | 'new-password' }) {
  const { name, id, described, wrong } = useAsked(props);
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div className={classes.password}>
      <Input
        {...box({ id, described, wrong })} name={name} type={shown ? 'text' : 'password'}
        autoComplete={autoComplete} spellCheck={false} autoCapitalize="none"
      />
      {ready ? (
        <button type="button" className={classes.show} aria-controls={id} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}<span className="visually-hidden"> password</span>
        </button>
      ) : null}
    </div>
  );
}
