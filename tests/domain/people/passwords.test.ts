import { afterEach, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD, hashPassword, isPassword, passwordFault } from '#app/domain/people/passwords.server.ts';
import { setEnv } from '#app/env.server.ts';

afterEach(() => setEnv(undefined));

describe('which passwords may be chosen', () => {
  const about = ['Priya Shah', 'priya.shah@riverside.nhs.uk'];

  test.each([
    ['tulip-ladder-quartz'],
    ['three random words'],
    ['ÆØÅ and 日本語 together'],
    ['x'.repeat(10) + 'abcdefghij'.repeat(10) + 'and more'],
    ["'; drop table people; --"],
  ])('may be %s', (password) => expect(passwordFault(password, about)).toBeUndefined());

  test.each([
    ['', 'Enter a password'],
    ['short-words', 'Password must be 12 characters or more. Three random words make a good one'],
    ['a'.repeat(1001), 'Password must be 1,000 characters or fewer'],
  ])('may not be %s', (password, message) => expect(passwordFault(password, about)).toBe(message));

  test.each([
    ['the demonstration’s', DEMO_PASSWORD],
    ['in the common list', 'qwerty123456'],
    ['in the common list, in capitals', 'QWERTY123456'],
    ['a common word with a tail', 'Password2026!'],
    ['a common word with a tail of its own', 'football12345'],
    ['the name of this service', 'slipway-2026-slipway'],
    ['their own name', 'priyashah2026!'],
    ['their own organisation', 'riverside-nhs-1'],
    ['one character', 'aaaaaaaaaaaaaa'],
    ['one piece again and again', 'tulip1tulip1tulip1'],
    ['the keys in a row', 'qwertyuiopasdf'],
    ['the digits in a row', '123456789012345'],
  ])('may not be %s', (_, password) =>
    expect(passwordFault(password, about)).toBe('Choose a password that is harder to guess. Three random words make a good one'));
});

describe('the check', () => {
  test('knows the right one, and only that', async () => {
    const stored = await hashPassword('tulip-ladder-quartz');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('tulip-ladder-quartz', stored)).toBe(true);
    expect(await isPassword('tulip-ladder-quartZ', stored)).toBe(false);
    expect(await isPassword('tulip-ladder-quartz', null)).toBe(false);
    expect(await isPassword('the password of nobody at all', undefined)).toBe(false);
  });

  test('takes the password of the demonstration there and nowhere else', async () => {
    const stored = await hashPassword(DEMO_PASSWORD);
    expect(await isPassword(DEMO_PASSWORD, stored)).toBe(false);
    setEnv({ demo: true });
    expect(await isPassword(DEMO_PASSWORD, stored)).toBe(true);
  });

  test('works as hard for nobody as for somebody', async () => {
    const stored = await hashPassword('tulip-ladder-quartz');
    const took = async (of: string | null) => {
      const began = performance.now();
      await isPassword('a wrong password', of);
      return performance.now() - began;
    };
    await took(null);
    const times = { somebody: [] as number[], nobody: [] as number[] };
    for (let i = 0; i < 15; i++) {
      times.somebody.push(await took(stored));
      times.nobody.push(await took(null));
    }
    const least = (of: number[]) => Math.min(...of);
    expect(least(times.nobody) / least(times.somebody)).toBeGreaterThan(0.5);
    expect(least(times.nobody) / least(times.somebody)).toBeLessThan(2);
  });
});
