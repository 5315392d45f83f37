import { Form } from '@remix-run/react';
import type { ReviewPage, ReviewedSection } from '#app/domain/stages/review-page.server.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import classes from './reviews.module.css';

/** The sections, with the reader's own ticks: "I have read this section". A fold on phones would hide the count, so it stays open. */
export const SectionTicks = ({ page, path }: { page: ReviewPage; path: string }) => (
  <Form method="post" action={`${path}/reading`}>
    <h2 id="ticks">Sections</h2>
    <p className="small quiet">Tick what you have read. Only you see your ticks.</p>
    <ul className={classes.ticks} aria-labelledby="ticks">
      {page.sections.map((section) => (
        <li key={section.key}>
          <label>
            <input type="checkbox" name="read" value={section.key} defaultChecked={section.read} />
            <span><span className="visually-hidden">I have read </span>{section.answers.length ? <a href={`#section-${section.key}`}>{section.title}</a> : section.title}</span>
          </label>
          {page.counts ? <span className={classes.note} data-differs={section.differ > 0 || undefined}>{noteOf(section)}</span> : null}
        </li>
      ))}
    </ul>
    <div className={classes.save}>
      <SecondaryButton>Save</SecondaryButton>
      <span>{`${page.sections.filter((s) => s.read).length} of ${page.sections.length} read`}</span>
    </div>
  </Form>
);

function noteOf(section: ReviewedSection): string {
  if (section.differ === 0) return 'same';
  const kinds = new Set(section.answers.map((a) => a.difference).filter((d) => d !== 'same'));
  return `${section.differ} ${kinds.size === 1 ? [...kinds][0] : 'changed'}`;
}
