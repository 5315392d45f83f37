/**
 * Every colour of the product, in light and in dark. theme.css is written from here, and a test holds each pair
 * that carries meaning to its contrast: text 4.5 to 1, edges 3 to 1.
 */
export const light = {
  canvas: '#f2f5f6', surface: '#ffffff', sunken: '#e6ecef',
  ink: '#17242c', ink2: '#46586a',
  line: '#cfd9de', lineStrong: '#5b6d79',
  link: '#0b5394', linkHover: '#6b1f4e',
  action: '#00693e', actionHover: '#00512f', onAction: '#ffffff',
  danger: '#b3261e', dangerHover: '#8c1d17', onDanger: '#ffffff',
  brand: '#12395b', onBrand: '#ffffff', brandThread: '#8fd6b0',
  turn: '#5f3b00', turnTint: '#fff0cc', turnBar: '#c27500',
  focusRing: '#17242c', focusHalo: '#ffdd33',
  done: '#00693e', onDone: '#ffffff',
  tagBlue: '#0a3d6e', tagBlueTint: '#d3e4f4',
  tagOutline: '#17242c', tagOutlineTint: '#ffffff',
  tagViolet: '#3b2268', tagVioletTint: '#e2daf0',
  tagAmber: '#5f3b00', tagAmberTint: '#ffe2a3',
  tagTeal: '#064a4d', tagTealTint: '#cdeaea',
  tagGreen: '#0b4527', tagGreenTint: '#cfe8d8',
  tagRed: '#6e1511', tagRedTint: '#f8d5d2',
  tagGrey: '#33424d', tagGreyTint: '#dde4e8',
  chartBetter: '#0b66b0', chartWorse: '#b8500a', chartOrdinary: '#5b6d79',
} as const;

export type Token = keyof typeof light;

export const dark: Record<Token, string> = {
  canvas: '#0f171c', surface: '#17222a', sunken: '#0b1216',
  ink: '#e8eff3', ink2: '#aebdc7',
  line: '#2c3b46', lineStrong: '#8497a4',
  link: '#8ec7ff', linkHover: '#f0b3d6',
  action: '#4fc98a', actionHover: '#7fdcab', onAction: '#04140b',
  danger: '#ff9b92', dangerHover: '#ffc2bc', onDanger: '#2b0705',
  brand: '#0b2a44', onBrand: '#ffffff', brandThread: '#8fd6b0',
  turn: '#ffd88a', turnTint: '#3a2a06', turnBar: '#e0a02c',
  focusRing: '#ffdd33', focusHalo: '#0f171c',
  done: '#4fc98a', onDone: '#04140b',
  tagBlue: '#b5dbff', tagBlueTint: '#12304d',
  tagOutline: '#e8eff3', tagOutlineTint: '#17222a',
  tagViolet: '#dccbff', tagVioletTint: '#33224f',
  tagAmber: '#ffd88a', tagAmberTint: '#3f2d06',
  tagTeal: '#a8e6e6', tagTealTint: '#0b3a3c',
  tagGreen: '#a9e6c3', tagGreenTint: '#0f3a24',
  tagRed: '#ffc2bc', tagRedTint: '#4d1714',
  tagGrey: '#c9d4db', tagGreyTint: '#2b3943',
  chartBetter: '#7cc0f5', chartWorse: '#f0a35e', chartOrdinary: '#8fa2ae',
};

/** The custom property that holds a token: tagBlueTint is --tag-blue-tint. */
export const property = (token: string): string => `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
