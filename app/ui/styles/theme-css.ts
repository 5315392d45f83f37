import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { cssVariablesResolver, theme } from '../../theme.ts';
import { dark, light, property } from './tokens.ts';

// Mantine writes 700 variables; these are the families our controls read.
const KEPT = /^--mantine-(scale|cursor-type|color-scheme|webkit|moz|color-(white|black|body|text|bright|error|anchor|placeholder|dimmed|default|disabled)|radius-(sm|md|default)|spacing|font-(family|size)|line-height|primary|color-(harbour|leaf|dark)-\d|color-(harbour|leaf)-(filled|light|outline|text)|color-gray-[0-6])/;

/** The text of theme.css: our tokens and Mantine's variables. Dark is for screens only, so paper is always light. */
export function themeCss(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = cssVariablesResolver(merged);
  const daylight = { ...tokensOf(light), ...kept(base.variables), ...kept({ ...base.light, ...own.light }), '--mantine-color-scheme': 'light' };
  const night = { ...tokensOf(dark), ...kept({ ...base.dark, ...own.dark }), '--mantine-color-scheme': 'dark' };
  return [
    '/* Written by theme-css.ts from tokens.ts and theme.ts. Change those, then run it again. */',
    rule(':root', daylight),
    '@media screen {',
    rule(":root[data-mantine-color-scheme='dark']", night),
    '}',
    '',
  ].join('\n');
}

const tokensOf = (tokens: Record<string, string>) =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [property(name), value]));

const kept = (variables: Record<string, string>) => Object.fromEntries(Object.entries(variables).filter(([name]) => KEPT.test(name)));

const rule = (selector: string, declarations: Record<string, string>) =>
  `${selector} {\n${Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;

/** The file beside this one, as it stands. */
export const themeCssOnDisk = (): string => readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('./theme.css', import.meta.url), themeCss());
}
