import type { ActionFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { updatePerson } from '#db/tables/people.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { hashPassword } from '#app/domain/people/passwords.server.ts';
import { action as ask } from '#app/routes/benefits/change-new.tsx';
import { action as describe } from '#app/routes/benefits/measure.tsx';
import { action as name } from '#app/routes/benefits/owners.tsx';
import { action as save, loader as section } from '#app/routes/stages/section.tsx';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { context, PASSWORD, signedIn, visit } from '../domain/people/cast.ts';
import { fixed, promised } from '../domain/benefits/benefit-world.ts';

let world: SmallWorld;
let caseId: string;
let cookie: string;
beforeEach(async () => {
  world = await smallWorld('sqlite');
  const { lead } = world.people;
  const password_hash = await hashPassword(PASSWORD);
  await transaction(world.open, (tx) => updatePerson(tx, lead.id, { password_hash }));
  cookie = await signedIn(lead.email);
  caseId = await smallCase(world);
});
afterEach(() => world.close());

const args = (path: string, params: Record<string, string>, form?: Record<string, string>): ActionFunctionArgs => ({ request: visit(path, [cookie], form), params: { case: caseId, ...params }, context: context() });
const answer = (given: unknown) => given instanceof Response ? { status: given.status, to: given.headers.get('Location') } : { status: (given as { init: ResponseInit | null }).init?.status ?? 200, ...(given as { data: object }).data };

it('shows a form again with all that was typed, each fault at its field', async () => {
  const benefit = await promised(world, caseId);
  const typed = { title: 'Shorter waits', beneficiary: 'People', category: 'access', direction: 'band', bandLow: '9', bandHigh: '5', milestone4: '12', baselineOn: '31 2 2026', revision: '2' };
  expect(answer(await describe(args('/', { benefit }, typed)))).toMatchObject({ status: 422, values: typed, errors: expect.arrayContaining([{ id: 'baselineOn', message: expect.any(String) }]) });
  const { baselineOn: _, milestone4: _figure, ...rest } = typed;
  expect(answer(await describe(args('/', { benefit }, rest)))).toMatchObject({ status: 422, values: rest, errors: [{ id: 'bandHigh' }] });
  expect(answer(await describe(args('/', { benefit }, { ...rest, bandHigh: '12' })))).toEqual({ status: 302, to: `/cases/${caseId}/benefits/${benefit}?done=measure` });
  const { sponsor } = world.people;
  const owners = { providerOwner: sponsor.id, commissionerOwner: sponsor.id, recorder: '', revision: '3' };
  expect(answer(await name(args('/', { benefit }, owners)))).toMatchObject({ status: 422, values: owners, errors: [{ id: 'commissionerOwner' }, { id: 'providerOwner' }] });
  expect(answer(await name(args('/', { benefit }, { ...owners, providerOwner: '', revision: '1' })))).toMatchObject({ status: 409 });
});

it('keeps what was typed of a change that cannot be asked for', async () => {
  const benefit = await fixed(world, caseId);
  const typed = { kind: 'target', target: '20', targetOn: '1 4 2028', reason: 'A clinic closed' };
  expect(answer(await ask(args('/', { benefit }, typed)))).toMatchObject({ status: 422, values: typed, errors: [{ id: 'target' }] });
  expect(answer(await ask(args('/', { benefit }, { ...typed, sure: 'yes' })))).toMatchObject({ status: 302, to: `/cases/${caseId}/benefits/${benefit}?done=asked` });
  expect(answer(await ask(args('/', { benefit }, { ...typed, target: '21', sure: 'yes' })))).toMatchObject({ status: 409 });
});

it('makes a record of a promise typed under an answer, whatever button saves it, and loses nothing', async () => {
  const on = { stage: 'readiness', section: 'readiness-all' };
  const answerTyped = { 'small.readiness': 'We will be quicker', 'small.readiness.revision': '0' };
  const [title, beneficiary] = ['promise-title.small.readiness', 'promise-for.small.readiness'];
  const post = async (form: Record<string, string>) => answer(await save(args('/', on, form)));
  expect(await post({ ...answerTyped, [title!]: 'Shorter waits', [beneficiary!]: '', intent: 'add-benefit:small.readiness' })).toMatchObject({
    status: 422, errors: [{ id: beneficiary, message: 'Enter who will gain' }], promises: { [title!]: 'Shorter waits' }, revisions: { 'small.readiness': 1 },
  });
  expect(await answersOf(reader(), caseId, ['small.readiness']), 'the answer is saved all the same').toHaveLength(1);
  expect(await benefitsOf(reader(), caseId)).toEqual([]);
  const whole = { ...answerTyped, 'small.readiness.revision': '1', [title!]: 'Shorter waits', [beneficiary!]: 'People referred' };
  expect(await post({ ...whole, intent: 'autosave' })).toMatchObject({ status: 200 });
  expect(await benefitsOf(reader(), caseId), 'nothing is promised while typing').toEqual([]);
  expect(await post({ ...whole, intent: 'later' })).toMatchObject({ status: 302, to: `/cases/${caseId}/stages/readiness?saved=readiness-all` });
  const [made] = await benefitsOf(reader(), caseId);
  expect(await post({ ...whole, intent: 'add-benefit:small.readiness' })).toMatchObject({ status: 302, to: `?promised=${made!.id}#small.readiness` });
  expect(await benefitsOf(reader(), caseId)).toHaveLength(1);
  const { questions } = await section(args('/', on));
  expect(questions[0]).toMatchObject({ benefits: [{ id: made!.id, title: 'Shorter waits' }], catcher: null });
});
