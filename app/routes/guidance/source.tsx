import type { GuidanceSource } from '#workflows/guidance.ts';

/** A source by its title, as a link where it stands on the web. */
export const Source = ({ title, address }: Pick<GuidanceSource, 'title' | 'address'>) => (address ? <a href={address}>{title}</a> : <>{title}</>);
