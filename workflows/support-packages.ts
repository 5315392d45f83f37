/** Packages of help that a case may be given. The hours are a Slipway default; the support unit may set others. */
export const PACKAGES = [
  { key: 'light', title: 'Light', hint: 'Advice on one or two questions' },
  { key: 'standard', title: 'Standard', hint: 'An adviser beside the team through a stage or two' },
  { key: 'intensive', title: 'Intensive', hint: 'Help on several topics at once, or with a case in trouble' },
] as const;
export type PackageKind = (typeof PACKAGES)[number]['key'];
export type PackageHours = Readonly<Record<PackageKind, number>>;
export const PACKAGE_HOURS: PackageHours = { light: 5, standard: 20, intensive: 60 };
export const PACKAGE_KINDS = PACKAGES.map(({ key }) => key);
export const packageTitle = (kind: string): string => PACKAGES.find(({ key }) => key === kind)?.title ?? kind;

/** Who paid for help that was bought. */
export const FUNDS = [
  { key: 'programme', title: 'The programme that supports teams' },
  { key: 'employer', title: 'The team’s employer' },
  { key: 'commissioner', title: 'The commissioner' },
  { key: 'grant', title: 'A grant' },
  { key: 'team', title: 'The team itself' },
] as const;
export const fundTitle = (fund: string): string => FUNDS.find(({ key }) => key === fund)?.title ?? fund;

export interface HelpUsed {
  /** Hours of the package; null when none is given. */
  given: number | null;
  usedMinutes: number;
}
/** How a package stands, in minutes: what is left, or by how much it is overrun. */
export const leftOf = ({ given, usedMinutes }: HelpUsed): number | null => (given === null ? null : given * 60 - usedMinutes);
