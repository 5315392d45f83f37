import type { PathwayKey } from './definition.ts';
import { earlyStageTopics } from './guidance/early-stages.ts';
import { lateStageTopics } from './guidance/late-stages.ts';
import { measuringTopics } from './guidance/measuring.ts';
import { organisationTopics } from './guidance/organisation.ts';
import { pathwayTopics } from './guidance/pathways.ts';
import { peopleTopics } from './guidance/people.ts';
import { staffTopics } from './guidance/staff.ts';
import type { Topic } from './guidance/topic.ts';

export type { GuidanceSection, GuidanceSource, Topic } from './guidance/topic.ts';

/** Every page of guidance, in reading order: pathways, stages, then subjects. */
export const guidance: readonly Topic[] = [
  ...pathwayTopics,
  ...earlyStageTopics,
  ...lateStageTopics,
  ...staffTopics,
  ...organisationTopics,
  ...measuringTopics,
  ...peopleTopics,
];

/** One topic by its key. The key of a stage or a pathway is the key of its topic. */
export const topicOf = (key: string): Topic | undefined => guidance.find((topic) => topic.key === key);

/** What to read beside a stage, its own page first. */
export const topicsForStage = (stage: string, pathway: PathwayKey): Topic[] =>
  guidance
    .filter((topic) => topic.forStages.some((key) => key === stage) && (!topic.forPathways || topic.forPathways.includes(pathway)))
    .sort((a, b) => Number(b.key === stage) - Number(a.key === stage));
