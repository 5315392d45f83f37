import type { Pathway, PathwayKey, PathwayWritten } from './definition.ts';
import { composePathway } from './pathways/compose.ts';
import { publicServiceMutual } from './pathways/public-service-mutual.ts';
import { rightToProvide } from './pathways/right-to-provide.ts';
import { rightToRequest } from './pathways/right-to-request.ts';

const written: Readonly<Record<PathwayKey, PathwayWritten>> = {
  'right-to-request': rightToRequest,
  'right-to-provide': rightToProvide,
  'public-service-mutual': publicServiceMutual,
};

const composed = new Map<PathwayKey, Pathway>();

/** The built-in definition of a pathway: what a new case starts on. A running case keeps the version it is pinned to. */
export function currentPathway(key: PathwayKey): Pathway {
  const known = composed.get(key);
  if (known) return known;
  const pathway = composePathway(written[key]);
  composed.set(key, pathway);
  return pathway;
}

/** The built-in pathways. Each is composed when it is first read. */
export const pathways: Readonly<Record<PathwayKey, Pathway>> = {
  get 'right-to-request'() {
    return currentPathway('right-to-request');
  },
  get 'right-to-provide'() {
    return currentPathway('right-to-provide');
  },
  get 'public-service-mutual'() {
    return currentPathway('public-service-mutual');
  },
};
