import type { Cast } from './cast.server.ts';
import type { Scene } from './scene.server.ts';
import { tellInclusion } from './stories/inclusion.server.ts';

/** Every story by its name, oldest first. */
export const STORIES = {
  inclusion: tellInclusion,
} satisfies Record<string, (cast: Cast) => Promise<Scene>>;
