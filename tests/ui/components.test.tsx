import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server';
import { expect, it } from 'vitest';
import type { Column } from '#workflows/definition.ts';
import { theme } from '#app/theme.ts';
import { CaseThread } from '#app/ui/case-thread.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { piecesOf } from '#app/ui/diff-pieces.ts';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';
import { Shell } from '#app/ui/shell.tsx';
import { TableField } from '#app/ui/table-field.tsx';
import { TaskList } from '#app/ui/task-list.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';

const html = (element: ReactElement) =>
  renderToStaticMarkup(<StaticRouter location="/"><MantineProvider theme={theme} withCssVariables={false}>{element}</MantineProvider></StaticRouter>);
const words = (markup: string) => markup.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '').replaceAll('&#x27;', "'");
const tagWith = (markup: string, part: string) => new RegExp(`<[a-z]+[^>]*${part.replaceAll('.', '\\.')}[^>]*>`).exec(markup)?.[0] ?? '';
const inOrder = (markup: string, ...parts: string[]) => parts.map((part) => markup.indexOf(part)).every((at, i, all) => at >= 0 && at > (all[i - 1] ?? -1));

it('a field is described by its hint, then its error, and comes after both', () => {
  const markup = html(
    <Question id="aims" as="field" title="What are your aims?" hint="Two or three" error="Enter your aims"><LongTextField name="aims" words={200} /></Question>,
  );
  const box = tagWith(markup, 'name="aims"');
  expect(box).toContain('id="aims"');
  expect(box).toContain('aria-describedby="aims-hint aims-error aims-limit"');
  expect(box).toContain('aria-invalid="true"');
  expect(markup).toContain('<label for="aims">');
  expect(inOrder(markup, '<label', 'id="aims-hint"', 'id="aims-error"', '<textarea')).toBe(true);
  expect(words(markup)).toContain('Error: Enter your aims');
  expect(words(markup)).toContain('Use up to 200 words');
});

it('an untouched field says nothing about errors', () => {
  expect(html(<Question id="n" as="field" title="How many?"><NumberField name="n" suffix="staff" /></Question>)).not.toContain('aria-invalid');
});

it('the first option of a group carries the id that the error summary links to', () => {
  const markup = html(
    <Question id="done" as="fieldset" title="Done?" error="Select one">
      <ChoiceField name="done" defaultValue="no" choices={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No', hint: 'Later' }]} />
    </Question>,
  );
  expect(tagWith(markup, 'value="yes"')).toContain('id="done"');
  expect(tagWith(markup, 'value="no"')).toMatch(/id="done-2".*checked|checked.*id="done-2"/);
  expect(markup).toMatch(/<fieldset[^>]*aria-describedby="done-error"/);
});

it('a date leads to its first box, or to the part that is wrong', () => {
  const asked = (wrong: string) =>
    html(<Question id="start" as="fieldset" title="When?" error="Wrong"><DateField name="start" wrong={wrong} /></Question>);
  expect(tagWith(asked(''), 'name="start.day"')).toContain('id="start"');
  expect(tagWith(asked('day'), 'name="start.day"')).toContain('id="start.day"');
  const month = asked('month');
  expect(tagWith(month, 'name="start.month"')).toContain('aria-invalid="true"');
  expect(tagWith(month, 'name="start.year"')).not.toContain('aria-invalid');
});

it('a table names every box, ties errors to cells and adds and removes by posting', () => {
  const columns: Column[] = [{ key: 'name', title: 'Service', type: 'text' }, { key: 'value', title: 'Value', type: 'money', total: true }];
  const markup = html(
    <TableField
      name="services" columns={columns} rows={[{ name: 'Podiatry', value: '1,000.50' }, { name: '', value: '2000' }]}
      errors={{ '1.name': 'Row 2: enter service' }} rowNoun="service" canAdd canRemove
    />,
  );
  expect(tagWith(markup, 'name="services.0.name"')).toContain('id="services"');
  expect(tagWith(markup, 'name="services.1.name"')).toContain('aria-describedby="services.1.name-error"');
  expect(words(markup)).toContain('Service, Service 2');
  expect(markup).toContain('value="add-row:services"');
  expect(markup).toContain('value="remove-row:services:1"');
  expect(words(markup)).toContain('£3,000.50');
});

it('the error summary stands above the h1 and links to the fields', () => {
  const markup = html(<Page title="Income" errors={[{ id: 'value', message: 'Enter a value' }]} banner={<p>banner</p>} />);
  expect(inOrder(markup, '<main', 'There is a problem', 'href="#value"', '<h1')).toBe(true);
  expect(markup).not.toContain('banner');
});

it('the thread says in words what the beads show', () => {
  const stage = { key: 'a', title: 'Business case', state: 'Changes requested', tone: 'amber', bead: 'yours', current: true, note: 'Your turn' } as const;
  const markup = html(<CaseThread stages={[{ ...stage, key: 'b', current: false }, stage]} />);
  expect(words(markup)).toMatch(/Stage 2 of 2, .*Business case.*Changes requested.*Your turn/);
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
  expect(words(html(<CaseThread compact stages={[stage]} />))).toContain('Stage 1, Business case: Changes requested');
});

it('a task that cannot be started is not a link', () => {
  const markup = html(<TaskList groups={[{ title: 'Staff', rows: [
    { id: 'vote', title: 'Staff vote', hint: 'Needs the plan', status: { tone: 'grey', words: 'Cannot start yet' } },
    { id: 'plan', to: '/plan', title: 'Plan', status: { tone: 'plain', words: 'Completed' } },
  ] }]} />);
  expect(markup.match(/<a /g)).toHaveLength(1);
  expect(tagWith(markup, 'href="/plan"')).toContain('aria-describedby="plan-status"');
});

it.each([
  [{ whose: 'other', words: 'With Karen Hall', since: '5 May', days: 9, agreed: 10 } as const, 'With Karen Hall, since 5 May (9 working days). Agreed: 10.'],
  [{ whose: 'other', words: 'With Karen Hall', days: 1, agreed: 1, late: true } as const, 'With Karen Hall, 1 working day. Agreed: 1. Late.'],
  [{ whose: 'you', words: 'Decide by 5 June.' } as const, 'Your turn. Decide by 5 June.'],
  [{ whose: 'you', words: 'Decide by 5 June.', since: '22 May' } as const, 'Your turn. Decide by 5 June. With you since 22 May.'],
])('the turn line reads as a sentence', (turn, sentence) => {
  expect(words(html(<TurnLine turn={turn} />))).toBe(sentence);
});

it('a difference keeps both texts whole and prints its words', () => {
  const [before, after] = ['The board has 7 members and meets 4 times a year.', 'The board has 9 members and meets 6 times a year.'];
  const pieces = piecesOf(before, after);
  expect(pieces.map((p) => (p.kind === 'same' ? p.text : p.removed)).join('')).toBe(before);
  expect(pieces.map((p) => (p.kind === 'same' ? p.text : p.added)).join('')).toBe(after);
  expect(words(html(<Diff before={before} after={after} />))).toMatch(/start of Removed: 7 members and meets 4 end of removed text\..*start of Added: 9 members/);
  expect(piecesOf('', 'New')).toEqual([{ kind: 'changed', removed: '', added: 'New' }]);
});

it('prose keeps paragraphs, lines and lists, and never markup', () => {
  expect(html(<Prose text={'One\ntwo\n\nThree:\n- a\n- <b>'} />)).toMatch(/<p>.*One.*<br\/>two.*<\/p><p>.*Three:.*<\/p><ul><li>a<\/li><li>&lt;b&gt;<\/li><\/ul>/);
});

it('the shell shows nothing at zero, and signs out by posting', () => {
  const shell = (unread: number, turns: number) => html(<Shell person={{ name: 'Priya' }} nav={[{ to: '/', label: 'Your work', current: true }]} unread={unread} turns={turns}><main /></Shell>);
  expect(words(shell(0, 0))).not.toMatch(/\(0|unread/);
  expect(words(shell(120, 2))).toContain('Notifications (99+ unread)');
  expect(words(shell(120, 2))).toContain('Your turn (2)');
  expect(shell(0, 0)).toContain('<form method="post" action="/sign-out">');
});
