import type { Page } from '@playwright/test';
import { signIn } from './people.ts';

/** The screens of the product, by who opens them. Addresses of cases are found by their titles, as a person would. */
export interface Screens {
  part: string | null;
  addresses: string[];
}

/** The address of a demo case, from the list the support unit sees. */
async function caseNamed(page: Page, title: string): Promise<string> {
  await page.goto(`/cases?text=${encodeURIComponent(title)}`);
  return (await page.getByRole('table').getByRole('link', { name: title }).first().getAttribute('href')) ?? '';
}

export async function allScreens(page: Page): Promise<Screens[]> {
  await signIn(page, 'support');
  const riverside = await caseNamed(page, 'Riverside Community Therapies');
  const harbour = await caseNamed(page, 'Harbour Lane');
  const stage = (key: string) => `${riverside}/stages/${key}`;
  return [
    { part: null, addresses: ['/', '/sign-in', '/sign-up', '/reset', '/help', '/accessibility', '/privacy', '/guidance', '/guidance/workforce', '/guidance/glossary', '/demo', '/demo/outbox', '/nowhere'] },
    {
      part: 'team-lead',
      addresses: [
        '/', '/cases', '/cases/new', riverside, `${riverside}/stages`, stage('workforce'), `${stage('workforce')}/staff-list`, `${stage('workforce')}/vote`, `${stage('governance')}/board-members`,
        stage('failure-plan'), `${stage('failure-plan')}/number-signs`, `${stage('business-case')}/versions/2`, `${stage('business-case')}/versions/2?against=1`, `${stage('proposal')}/print`, `${stage('readiness')}/reopening`,
        `${riverside}/benefits`, `${riverside}/benefits/new`, `${riverside}/people`, `${riverside}/invitations/new`, `${riverside}/documents`, `${riverside}/documents/new?stage=workforce`, `${riverside}/conditions`, `${riverside}/activity`, `${riverside}/moves/pause`, '/notifications', '/account',
      ],
    },
    { part: 'sponsor', addresses: ['/', riverside, `${stage('business-case')}/review`, `${stage('business-case')}/review?show=all`, `${stage('business-case')}/decision`, `${riverside}/conditions`] },
    { part: 'finance', addresses: ['/', `${stage('business-case')}/review`] },
    { part: 'second-line', addresses: ['/', riverside] },
    { part: 'mentor', addresses: ['/', riverside] },
    { part: 'staff-side', addresses: ['/', riverside] },
    { part: 'support', addresses: ['/', '/cases', harbour, `${harbour}/benefits`, `${harbour}/activity`] },
  ];
}
