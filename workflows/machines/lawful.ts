/** What the pages may read of a state: never its name. */
export interface StateMeta {
  title: string;
  description: string;
  tone: 'blue' | 'outline' | 'violet' | 'amber' | 'teal' | 'green' | 'red' | 'grey' | 'plain';
}

/** A transition is lawful when every guard named here says yes. One form, so that refusals can name each one. */
export const when = <N extends string>(...guards: N[]) => ({ type: 'every' as const, params: { guards } });

/** XState's guard table: the single guard `every`, which asks the named predicates. */
export const everyGuard = <F, E>(named: Record<string, { test: (facts: F, event: E) => boolean }>) => ({
  every: ({ context, event }: { context: F; event: E }, { guards }: { guards: readonly string[] }) =>
    guards.every((name) => named[name]?.test(context, event) === true),
});
