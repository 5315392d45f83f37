import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark as night, light as day } from './ui/styles/tokens.ts';

const harbour: MantineColorsTuple = ['#eaf2f9', '#d3e4f4', '#a6c8e6', '#77abd7', '#4f90c8', '#2f79b6', '#0b5394', '#0a4880', '#0a3d6e', '#12395b'];
const leaf: MantineColorsTuple = ['#e9f5ee', '#cfe8d8', '#9fd2b3', '#6cba8c', '#3fa36c', '#1b8a50', '#00693e', '#005a35', '#00512f', '#0b4527'];
const dark: MantineColorsTuple = ['#e8eff3', '#c9d4db', '#aebdc7', '#8497a4', '#46586a', '#2c3b46', '#17222a', '#121b21', '#0f171c', '#0b1216'];

/**
 * Mantine's part of the look. Its variables are one static file, ui/styles/theme.css: after a change here run
 * `npx tsx app/ui/styles/theme-css.ts`, and give the provider `withCssVariables={false}`.
 */
export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 6, dark: 3 },
  colors: { harbour, leaf, dark },
  black: day.ink,
  fontFamily: '"Source Sans 3", "Source Sans Fallback", Arial, sans-serif',
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1.125rem', lg: '1.25rem', xl: '1.5rem' },
  lineHeights: { xs: '1.3', sm: '1.45', md: '1.55', lg: '1.3', xl: '1.25' },
  components: {
    Checkbox: { defaultProps: { size: 'lg' } },
    Radio: { defaultProps: { size: 'lg' } },
    Button: { defaultProps: { size: 'md', color: 'leaf' } },
    Input: { defaultProps: { size: 'md' } },
  },
});

/** Mantine's own words for our tokens, so that its controls wear them in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: mantineWords(day),
  dark: mantineWords(night),
});

const mantineWords = (tokens: Record<keyof typeof day, string>) => ({
  '--mantine-color-body': tokens.canvas,
  '--mantine-color-text': tokens.ink,
  '--mantine-color-dimmed': tokens.ink2,
  '--mantine-color-error': tokens.danger,
  '--mantine-color-anchor': tokens.link,
  '--mantine-color-placeholder': tokens.ink2,
  '--mantine-color-default-border': tokens.lineStrong,
});
