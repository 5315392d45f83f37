import type { Cast } from './cast.server.ts';
import type { Scene } from './scene.server.ts';
import { tellCentralSurrey } from './stories/central-surrey.server.ts';
import { tellInclusion } from './stories/inclusion.server.ts';
import { tellRiverside } from './stories/riverside.server.ts';

/** Tells one story through the real commands. `today`: the real day, for what is still going on. */
type Tell = (cast: Cast, today: string) => Promise<Scene>;

/** Every story by its name, oldest first, so that references rise with time. */
export const STORIES = {
  centralSurrey: tellCentralSurrey,
  inclusion: tellInclusion,
  riverside: tellRiverside,
} satisfies Record<string, Tell>;
