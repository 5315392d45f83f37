import { afterEach, expect, it } from 'vitest';
import { reader } from '#app/domain/database.server.ts';
import { dropView, saveView, viewsFor } from '#app/domain/views/saved-views.server.ts';
import { filtersIn } from '#workflows/saved-views.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

it('keeps filters of the page and nothing else, in one order', () => {
  expect(filtersIn('cases', new URLSearchParams('route=public-service-mutual&after=x&state=open&to=//evil&text='))).toBe('state=open&route=public-service-mutual');
  expect(filtersIn('mentors', new URLSearchParams('page=3'))).toBe('');
});

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(() => world?.close());
  const save = (name: string, search = 'state=open', page: 'cases' | 'mentors' = 'cases') => saveView(world.people.lead, { page, search, name });
  const shown = async (asked = '') => (await viewsFor(reader(), world.people.lead, 'cases', new URLSearchParams(asked)))!;

  it('lists them by name with their address, and offers to save what is not saved', async () => {
    world = await smallWorld(engine);
    expect(await shown()).toEqual({ rows: [], saveTo: null });
    expect((await shown('state=open&after=z')).saveTo).toBe('/views/new?page=cases&search=state%3Dopen');
    expect(value(await save('Open now'))).toEqual({ to: '/cases?state=open' });
    value(await save('A town', 'text=North+%26+south'));
    expect(await shown('state=open')).toMatchObject({ rows: [{ name: 'A town', to: '/cases?text=North+%26+south', current: false }, { name: 'Open now', current: true }], saveTo: null });
    expect(await viewsFor(reader(), null, 'mentors', new URLSearchParams('open=yes'))).toBeNull();
  });

  it('refuses a second of a name on one page, no filters, and more than 20', async () => {
    world = await smallWorld(engine);
    value(await save('Open now'));
    expect(await save('open NOW', 'state=paused')).toMatchObject({ status: 422, reasons: [{ field: 'name' }] });
    value(await save('Open now', 'open=yes', 'mentors'));
    expect(await save('Nothing', 'after=z')).toMatchObject({ status: 422, reasons: [{ field: 'name', message: expect.stringMatching(/^No filter is chosen/) as string }] });
    for (let n = 2; n <= 20; n++) value(await save(`View ${n}`));
    expect(await save('One more')).toMatchObject({ status: 422, reasons: [{ message: expect.stringMatching(/^You have 20 views/) as string }] });
  });

  it('is each person\'s own to see and to delete', async () => {
    world = await smallWorld(engine);
    value(await save('Open now'));
    const { id } = (await shown()).rows[0]!;
    expect(await viewsFor(reader(), world.people.member, 'cases', new URLSearchParams())).toMatchObject({ rows: [] });
    expect(await dropView(world.people.member, id)).toMatchObject({ status: 404 });
    expect(value(await dropView(world.people.lead, id))).toEqual({ to: '/cases' });
    expect(await dropView(world.people.lead, id)).toMatchObject({ status: 404 });
    expect((await shown()).rows).toEqual([]);
  });
});
