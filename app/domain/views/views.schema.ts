import { z } from 'zod';
import { VIEW_PAGES, type ViewPage } from '#workflows/saved-views.ts';

/** A name for the filters of a page. */
export const viewSchema = z.strictObject({
  page: z.enum(Object.keys(VIEW_PAGES) as [ViewPage, ...ViewPage[]], { error: 'Open the list again and choose filters there' }),
  search: z.string().max(2000).default(''),
  name: z.string({ error: 'Enter a name for these filters' }).transform((words) => words.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'Enter a name for these filters').max(60, 'Use 60 characters or fewer')),
});
export type NewView = z.output<typeof viewSchema>;
