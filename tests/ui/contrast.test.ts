import { describe, expect, it } from 'vitest';
import { themeCss, themeCssOnDisk } from '#app/ui/styles/theme-css.ts';
import { dark, light, type Token } from '#app/ui/styles/tokens.ts';

const GROUNDS: Token[] = ['canvas', 'surface', 'sunken'];
const TONES = ['Blue', 'Outline', 'Violet', 'Amber', 'Teal', 'Green', 'Red', 'Grey'] as const;

/** What is read, on what it stands. */
const TEXT: [Token, Token][] = [
  ...(['ink', 'ink2', 'link', 'linkHover', 'danger'] as const).flatMap((text) => GROUNDS.map((ground): [Token, Token] => [text, ground])),
  ...TONES.map((tone): [Token, Token] => [`tag${tone}`, `tag${tone}Tint`]),
  ['onAction', 'action'], ['onAction', 'actionHover'], ['onDanger', 'danger'], ['onDanger', 'dangerHover'],
  ['onBrand', 'brand'], ['turn', 'turnTint'], ['turn', 'tagAmberTint'], ['surface', 'link'],
];

/** Edges and drawings that carry meaning. */
const EDGES: [Token, Token][] = [
  ...GROUNDS.flatMap((ground): [Token, Token][] => [['lineStrong', ground], ['action', ground], ['danger', ground], ['done', ground]]),
  ...(['chartBetter', 'chartWorse', 'chartOrdinary'] as const).flatMap((mark): [Token, Token][] => [[mark, 'canvas'], [mark, 'surface']]),
  ['turnBar', 'turnTint'], ['turnBar', 'surface'], ['turnBar', 'canvas'], ['tagViolet', 'tagVioletTint'],
  ['onDone', 'done'], ['brandThread', 'brand'], ['focusRing', 'canvas'], ['focusRing', 'surface'], ['focusRing', 'focusHalo'],
];

describe.each([['light', light], ['dark', dark]] as const)('%s colours', (_, tokens) => {
  it.each(TEXT)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)('%s stands out from %s', (edge, ground) => {
    expect(contrast(tokens[edge], tokens[ground])).toBeGreaterThanOrEqual(3);
  });
  it.each(TONES)('a %s tag reaches 7 to 1', (tone) => {
    expect(contrast(tokens[`tag${tone}`], tokens[`tag${tone}Tint`])).toBeGreaterThanOrEqual(7);
  });
});

it('either ring of the focus stands out from the brand bar', () => {
  for (const tokens of [light, dark]) {
    expect(Math.max(contrast(tokens.focusRing, tokens.brand), contrast(tokens.focusHalo, tokens.brand))).toBeGreaterThanOrEqual(3);
  }
});

it('theme.css is what the tokens and the theme say', () => {
  expect(themeCssOnDisk()).toBe(themeCss());
});

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
