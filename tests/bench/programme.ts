import { rmSync } from 'node:fs';
import { addDays } from '#workflows/dates.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { closeTheDatabase, openTheDatabase, reader } from '#app/domain/database.server.ts';
import { commitImport } from '#app/domain/results/commit-import.server.ts';
import { keepImport } from '#app/domain/results/import-drafts.server.ts';
import { importPreview } from '#app/domain/results/import-preview.server.ts';
import { fillProgramme, fillWide } from './fill-programme.ts';
import { load, type Running } from './measure.ts';
import { cookieFor, serve, world, type People, type World } from './world.ts';

/**
 * The benefit thread at its size: 40 benefits of 60 results on one page, the programme of 1,000 cases beside that of
 * 100, and a file of 10,000 results seen and saved.
 */
export async function programme(bare: Running, seconds: number): Promise<void> {
  const large = await world(async (people) => ({ cases: await fillProgramme(1000, people), wide: await fillWide(people, 8_001, 60), empty: await fillWide(people, 8_002, 0) }));
  const little = await world((people) => fillProgramme(100, people));
  const [running, small] = [await serve(large), await serve(little)];
  const [lead, support, theirs] = [await cookieFor(running, 'lead'), await cookieFor(running, 'support'), await cookieFor(small, 'support')];
  const cpu = { floor: [] as number[], wide: [] as number[], large: [] as number[], small: [] as number[] };
  const once = async (on: Running, path: string, cookie: string) => (await load(on, { path, headers: { cookie } }, 1, seconds)).cpuMs;
  for (let round = 0; round < 3; round++) {
    cpu.floor.push(await once(bare, '/', ''));
    cpu.wide.push(await once(running, `/cases/${large.filled.wide}/benefits`, lead));
    cpu.large.push(await once(running, '/programme', support));
    cpu.small.push(await once(small, '/programme', theirs));
  }
  const [floor, wide, many, few] = [cpu.floor, cpu.wide, cpu.large, cpu.small].map((of) => of.reduce((a, b) => a + b, 0) / of.length) as [number, number, number, number];
  const say = (what: string, ms: number) => console.log(`| ${what} | ${ms.toFixed(1)} ms | ${(ms / floor).toFixed(0)} times |`);
  console.log('\n| the benefit thread, one connection | CPU | beside the bare server |\n| --- | --- | --- |');
  say('40 benefits of 60 results', wide);
  say('the programme: 1,000 cases, 12,000 benefits', many);
  say('the programme: 100 cases', few);
  console.log(`\nten times the cases cost ${(many / few).toFixed(1)} times`);
  for (const r of [running, small]) r.process.kill('SIGTERM');
  await importing(large, large.filled.empty);
  for (const { folder } of [large, little]) rmSync(folder, { recursive: true, force: true });
}

/** 250 weekly results of each of 40 benefits. */
const ROWS = ['Benefit,Period from,Period to,Result,Numerator,Denominator,People or cases,Quality,Note', ...Array.from({ length: 10_000 }, (_, i) => {
  const [benefit, from] = [1 + (i % 40), addDays('2020-04-06', 7 * Math.floor(i / 40))];
  return `${benefit},${from},${addDays(from, 6)},${8 + ((i * 7) % 9)},,,140,B,`;
})].join('\n');

async function importing({ url, people }: World & { people: People }, caseId: string): Promise<void> {
  await openTheDatabase(url);
  const actor = { id: people.lead, name: 'lead person', email: 'lead@bench.example', sessionProvedAt: new Date().toISOString(), colourScheme: null, posts: [] };
  const file = (await caseForActor(reader(), actor, caseId))!;
  const began = performance.now();
  const kept = await keepImport(actor, caseId, { text: ROWS, fileName: 'results.csv' });
  if (!kept.ok) throw new Error(JSON.stringify(kept));
  const preview = (await importPreview(reader(), file, kept.value.draftId))!;
  const seen = performance.now();
  const saved = await commitImport(actor, caseId, kept.value.draftId, preview.seen);
  const end = performance.now();
  if (!saved.ok) throw new Error(JSON.stringify(saved).slice(0, 500));
  console.log(`\n10,000 rows of CSV: ${((seen - began) / 1000).toFixed(1)} s until the preview, ${((end - seen) / 1000).toFixed(1)} s to save ${JSON.stringify(saved.value)}`);
  await closeTheDatabase();
}
