import type { Reader } from '#db/database.server.ts';
import { pageOfComments, type CommentFilter } from '#db/tables/comment-lists.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, placeOf, stageOf } from '#workflows/form.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { commentsSeen, commentShown, type CommentShown } from './comments-seen.server.ts';
import { COMMENT_KINDS, COMMENT_STATES, type CommentKind } from '#workflows/comments.ts';

const A_PAGE = 50;

/** What the address of the list says; '' for no filter. `before`: where the page before ended. */
export interface CommentSearch {
  stage: string;
  kind: string;
  state: string;
  whose: string;
  question: string;
  before: string;
}
export interface CommentsPage {
  case: CaseHead;
  rows: (CommentShown & { stage: string; about: string })[];
  total: number;
  next: string | null;
  options: Record<'stage' | 'kind' | 'state' | 'whose', { value: string; label: string }[]>;
  /** The title of the question the list is limited to. */
  question: string | null;
}

const WHOSE = [{ value: 'mine', label: 'Written by you' }, { value: 'mentions', label: 'That mention you' }];

/** One page of the comments this person sees in a case, newest first. */
export async function commentsPage(reader: Reader, file: CaseFile, search: CommentSearch): Promise<CommentsPage> {
  const who = await commentsSeen(reader, file);
  const say = (text: string) => inWords(text, file.pathway);
  const asked = placeOf(file.pathway, search.question);
  const filter: CommentFilter = {
    ...(who.stages.includes(search.stage) && { stage: search.stage }),
    ...(search.kind in COMMENT_KINDS && { kind: search.kind as CommentKind }),
    ...(search.state in COMMENT_STATES && { state: search.state as keyof typeof COMMENT_STATES }),
    ...(search.whose === 'mine' && { by: file.actor.id }), ...(search.whose === 'mentions' && { mentions: file.actor.id }),
    ...(asked && { question: search.question }),
  };
  const found = await pageOfComments(reader, who, { ...filter, limit: A_PAGE, ...(search.before && { before: search.before }) });
  const name = await namesOf(reader, found.rows.map((c) => c.by));
  const stageTitle = (key: string) => say(stageOf(file.pathway, key as StageKey).stage.title);
  return {
    case: headOf(file), total: found.total, next: found.next,
    rows: found.rows.map((c) => ({ ...commentShown(file, c, name), stage: stageTitle(c.stage), about: say(placeOf(file.pathway, c.question)?.question.title ?? 'An answer that is no longer asked for') })),
    options: {
      stage: who.stages.map((key) => ({ value: key, label: stageTitle(key) })),
      kind: Object.entries(COMMENT_KINDS).map(([value, { title }]) => ({ value, label: title })),
      state: Object.entries(COMMENT_STATES).map(([value, label]) => ({ value, label })),
      whose: WHOSE,
    },
    question: asked && who.stages.includes(asked.stage.key) && !who.hidden.includes(search.question) ? say(asked.question.title) : null,
  };
}
