import { tellBedfordshire } from './stories/bedfordshire.server.ts';
import { tellBromley } from './stories/bromley.server.ts';
import { tellCentralSurrey } from './stories/central-surrey.server.ts';
import { tellElmbrook } from './stories/elmbrook.server.ts';
import { tellFootCare } from './stories/foot-care.server.ts';
import { tellGloucestershire } from './stories/gloucestershire.server.ts';
import { tellHarbourLane } from './stories/harbour-lane.server.ts';
import { tellHull } from './stories/hull.server.ts';
import { tellInclusion } from './stories/inclusion.server.ts';
import { tellKingston } from './stories/kingston.server.ts';
import { tellMeadowLane } from './stories/meadow-lane.server.ts';
import { tellPeninsula } from './stories/peninsula.server.ts';
import { tellRiverside } from './stories/riverside.server.ts';
import type { Cast } from './cast.server.ts';
import type { Scene } from './scene.server.ts';

/** Tells one story through the real commands. `today`: the real day, for what is still going on. */
type Tell = (cast: Cast, today: string) => Promise<Pick<Scene, 'caseId'>>;

/** Every story by its name, in the order in which they began. */
export const STORIES = {
  centralSurrey: tellCentralSurrey,
  kingston: tellKingston,
  hull: tellHull,
  inclusion: tellInclusion,
  bromley: tellBromley,
  bedfordshire: tellBedfordshire,
  gloucestershire: tellGloucestershire,
  peninsula: tellPeninsula,
  harbourLane: tellHarbourLane,
  footCare: tellFootCare,
  elmbrook: tellElmbrook,
  meadowLane: tellMeadowLane,
  riverside: tellRiverside,
} satisfies Record<string, Tell>;
export type Story = keyof typeof STORIES;
