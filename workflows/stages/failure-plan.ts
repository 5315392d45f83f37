import type { StageWritten } from '../definition.ts';
import { exercises } from './failure-plan/exercises.ts';
import { exit } from './failure-plan/exit.ts';
import { response } from './failure-plan/response.ts';
import { services } from './failure-plan/services.ts';
import { signs } from './failure-plan/signs.ts';

/** What happens to patients and staff if the enterprise fails. */
export const failurePlan = {
  key: 'failure-plan',
  title: 'Failure plan',
  noun: 'failure plan',
  purpose:
    'If the {enterprise} fails, patients still need care. The people who decide will look for a fallback for every essential service, clear warning signs and a plan that has been tried.',
  sources: [
    { title: 'National Audit Office, Establishing social enterprises under the Transforming Community Services programme, HC 1088, 2011', checkedOn: '2026-11-23' },
    { title: 'NHS England, Commissioner requested services: information for commissioners', checkedOn: '2026-11-23' },
    { title: 'Cabinet Office, Resolution planning guidance, 2021', checkedOn: '2026-11-23' },
    { title: 'Press reports on providers that failed or closed between 2009 and 2016', checkedOn: '2026-11-23' },
    { title: 'Slipway default', assumed: true },
  ],
  groups: [services, signs, response, exit, exercises],
  evidence: [
    { key: 'continuity-plan', title: 'Business continuity plan', minimum: 0, hint: 'If you keep one apart from these answers' },
    { key: 'communications-plan', title: 'Communications plan', minimum: 0, hint: 'What patients, staff and media will be told' },
    { key: 'exercise-report', title: 'Exercise report', minimum: 1, when: { question: 'cont.exercise_held', is: ['yes'] } },
    { key: 'fallback-letters', title: 'Letters from fallback providers', minimum: 0, hint: 'One for each provider who has agreed' },
    { key: 'asset-schedule', title: 'List of assets', minimum: 0 },
    { key: 'board-minute', title: 'Minute of the decision', minimum: 0 },
  ],
  criteria: [
    {
      key: 'essential-decided', title: 'Every essential service is decided',
      looksFor: 'Each service has been put to the 3 tests, and there is a reason for protecting it or not.',
      evidenceIn: ['essential-services', 'service-tests', 'provider-licence'],
    },
    {
      key: 'fallback-named', title: 'Every essential service has a fallback',
      looksFor: 'A named provider has agreed in writing, and can start before patients come to harm.',
      evidenceIn: ['fallback-providers', 'service-details'],
    },
    {
      key: 'signs-measurable', title: 'Warning signs come from data already reported',
      looksFor: 'Each sign has an amber and a red threshold and a source that exists today.',
      evidenceIn: ['number-signs', 'event-signs', 'warning-level'],
    },
    {
      key: 'money-covered', title: 'The cost of failure is counted',
      looksFor: 'There is money or a guarantee for at least a month of pay, and someone holds each liability.',
      evidenceIn: ['run-off-money', 'assets-on-exit'],
    },
    {
      key: 'both-sides-own', title: 'Both sides own the plan',
      looksFor: 'A named person on each side, people who can act at any hour, and step-in terms both have read.',
      evidenceIn: ['plan-owners', 'who-can-invoke', 'step-in'],
    },
    {
      key: 'exit-works', title: 'The exit could start early',
      looksFor: 'Exit work starts in good time. Handover lists, staff, records and assets are covered, and a handover months early would still be safe.',
      evidenceIn: ['exit-plan', 'exit-timing', 'handover-data', 'staff-return', 'patient-records'],
    },
    {
      key: 'scenarios-answered', title: 'Every scenario has an answer',
      looksFor: 'Each scenario has an early warning, a response, a leader and a time, and so does a stop before the transfer.',
      evidenceIn: ['scenarios', 'stop-before-transfer', 'people-to-tell'],
    },
    {
      key: 'exercise-done', title: 'The plan has been tried',
      looksFor: 'An exercise has been held or has a date before the transfer, and what it found has an owner and a date.',
      evidenceIn: ['exercise-dates', 'exercises-held', 'plan-readiness'],
    },
  ],
} satisfies StageWritten;
