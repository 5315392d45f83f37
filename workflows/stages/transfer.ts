import type { StageWritten } from '../definition.ts';
import { agreements } from './transfer/agreements.ts';
import { dayOne } from './transfer/day-one.ts';
import { decision } from './transfer/decision.ts';
import { inForce } from './transfer/in-force.ts';
import { mobilisation } from './transfer/mobilisation.ts';
import { WORKSTREAMS } from './transfer/tasks.ts';

const checkedOn = '2026-11-23';

/** Stage 8: everything that must be ready, in force and agreed before the service moves. */
export const transfer = {
  key: 'transfer',
  title: 'Transfer and go-live',
  noun: 'transfer plan',
  purpose:
    'You show that everything is ready for the day the service moves. The people who decide look for no red rows, every blocker closed ' +
    'and patients safe from the first hour.',
  sources: [
    { title: 'TUPE Regulations 2006, regulation 11', checkedOn },
    { title: 'Health and Social Care Act 2008, section 10', checkedOn },
    { title: 'Care Quality Commission, how long an application takes', checkedOn },
    { title: 'NHS England, check if you need a provider licence', checkedOn },
    { title: 'Care Quality Commission, Home Office licences for controlled drugs', checkedOn },
    { title: "GOV.UK, Employers' liability insurance", checkedOn },
    { title: 'NHS Resolution, guidance for social enterprises and independent providers', checkedOn },
    { title: 'GOV.UK, Community interest companies: forms and step-by-step guides', checkedOn },
    { title: 'Slipway default', assumed: true },
  ],
  groups: [...mobilisation, inForce, agreements, dayOne, decision],
  evidence: [
    { key: 'cqc-certificate', title: 'Care quality registration certificate', minimum: 1, when: { question: 'go.cqc', is: ['registered'] } },
    { key: 'insurance-certificate', title: 'Insurance certificates', hint: "Employers' liability and clinical negligence at least", minimum: 1 },
    { key: 'pension-direction', title: 'Letter that grants NHS pension access', hint: 'Leave out if it is already in the workforce stage', minimum: 0 },
    { key: 'transfer-agreement', title: 'Signed transfer agreement', minimum: 1 },
    { key: 'contract-signed', title: 'Signed service contract or funding agreement', minimum: 1 },
    { key: 'support-services-agreement', title: 'Agreement for support from the {parent}', minimum: 0 },
    { key: 'leases', title: 'Signed leases and licences', minimum: 1 },
    { key: 'asset-schedule', title: 'Full list of assets', minimum: 0 },
    { key: 'it-cutover-plan', title: 'Plan for the switch of systems', minimum: 0 },
    { key: 'data-sharing-agreement', title: 'Data sharing agreement', minimum: 1 },
    { key: 'dpia', title: 'Data protection impact assessment', minimum: 1 },
    { key: 'legal-opinion-team', title: 'Legal opinion for the {team}', minimum: 1 },
    { key: 'legal-opinion-commissioner', title: 'Legal opinion for the {commissioner}', minimum: 1 },
    { key: 'go-live-minute', title: 'Minutes of both boards', hint: 'One from each board', minimum: 2 },
  ],
  criteria: [
    {
      key: 'blockers-closed',
      title: 'Every blocker is closed',
      looksFor: 'Each blocker is done with a date and proof, or not needed with a reason. Late tasks have a plan.',
      evidenceIn: ['transfer-progress', ...WORKSTREAMS.map((stream) => `ready-${stream.key}`)],
      blocking: true,
    },
    {
      key: 'registered-and-covered',
      title: 'Registered and insured on the day',
      looksFor: 'The registration is granted or not needed. Clinical negligence and employer cover start on or before the transfer date, with no gap.',
      evidenceIn: ['transfer-registration', 'transfer-indemnity', 'transfer-insurance'],
      blocking: true,
    },
    {
      key: 'pensions-granted',
      title: 'Pension access is granted',
      looksFor: 'Every member of the NHS Pension Scheme who transfers has access in writing from the transfer date.',
      evidenceIn: ['transfer-pensions', 'ready-people'],
      blocking: true,
    },
    {
      key: 'conditions-met',
      title: 'Conditions that stop go-live are met',
      looksFor: 'Each condition marked to stop go-live has been met and checked by the person named.',
      evidenceIn: ['transfer-conditions'],
      blocking: true,
    },
    {
      key: 'no-red-rows',
      title: 'Nothing is red for the first day',
      looksFor: 'All 12 rows are green or amber. Each amber row says what is left, who will do it and that it will be done in time.',
      evidenceIn: ['transfer-day-one', 'transfer-clinical-safety', 'transfer-systems'],
    },
    {
      key: 'agreements-signed',
      title: 'Agreements signed and advice on file',
      looksFor: 'The transfer agreement is signed with every list complete. Each side has its own legal opinion, and no challenge is open.',
      evidenceIn: ['transfer-agreement', 'transfer-service-agreements', 'transfer-legal', 'transfer-challenge'],
    },
    {
      key: 'money-live',
      title: 'Money and pay are live',
      looksFor: 'Cash or a signed facility covers the first months. The payroll test left nobody unpaid.',
      evidenceIn: ['transfer-money', 'transfer-payroll'],
    },
    {
      key: 'baselines-captured',
      title: 'Starting figures are captured',
      looksFor: 'Every promised benefit has its starting figure recorded before transfer, and a named person to measure it afterwards.',
      evidenceIn: ['transfer-baselines', 'ready-safeguards'],
    },
    {
      key: 'boards-agree',
      title: 'Both boards agree',
      looksFor: 'Minutes show that both boards saw the same facts and said yes. People told, and a plan exists if the transfer stops.',
      evidenceIn: ['transfer-boards', 'transfer-messages', 'transfer-challenge', 'transfer-decision'],
    },
  ],
} satisfies StageWritten;
