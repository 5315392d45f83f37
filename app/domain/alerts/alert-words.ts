import type { WarningLevel } from '#workflows/early-warning.ts';

/** What each level of the escalation ladder asks for. Slipway default: the failure plan may say more. */
export const STEPS: Readonly<Record<WarningLevel, { title: string; means: string }>> = {
  usual: { title: 'Watch it', means: 'look at the cause within 20 working days' },
  enhanced: { title: 'Enhanced monitoring', means: 'meet within 10 working days, look at it each month, and write a recovery plan' },
  contingency: { title: 'Contingency planning', means: 'meet within 3 working days, name the team, and warn the fallback provider' },
  invoke: { title: 'Put the failure plan into action', means: 'act today' },
};
