import { Form } from '@remix-run/react';
import type { ReviewPage, ReviewedSection } from '#app/domain/stages/review-page.server.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import { Details } from '#app/ui/details.tsx';
import classes from './reviews.module.css';

/** The sections with the reader's own ticks: "I have read this section". On a second reading those that are the same are folded. */
export function SectionTicks({ page, path }: { page: ReviewPage; path: string }) {
  const differing = page.changedOnly ? page.sections.filter((s) => s.differ > 0) : [];
  const same = page.sections.filter((s) => !differing.includes(s));
  return (
    <Form method="post" action={`${path}/reading`} className={classes.ticking}>
      <h2 id="ticks">Sections</h2>
      <p className="small quiet">Tick what you have read. Only you see your ticks.</p>
      {page.changedOnly ? (
        <>
          <Ticks sections={differing} page={page} label="ticks" />
          {same.length ? <Details summary={`${same.length} the same`}><Ticks sections={same} page={page} label="ticks" /></Details> : null}
        </>
      ) : same.length > MANY ? <ByGroup page={page} /> : <Ticks sections={same} page={page} label="ticks" />}
      <div className={classes.save}>
        <SecondaryButton>Save</SecondaryButton>
        <span>{`${page.sections.filter((s) => s.read).length} of ${page.sections.length} read`}</span>
      </div>
    </Form>
  );
}

/** More sections than this are folded by their part of the stage. */
const MANY = 12;

const ByGroup = ({ page }: { page: ReviewPage }) =>
  [...new Set(page.sections.map((s) => s.group))].map((group) => {
    const sections = page.sections.filter((s) => s.group === group);
    const differ = sections.reduce((sum, s) => sum + s.differ, 0);
    return (
      <Details key={group} summary={<>{group || 'No longer asked'} <span className={classes.count}>{`${sections.filter((s) => s.read).length} of ${sections.length}${page.counts && differ ? `, ${differ} changed` : ''}`}</span></>}>
        <Ticks sections={sections} page={page} label="ticks" />
      </Details>
    );
  });

const Ticks = ({ sections, page, label }: { sections: ReviewedSection[]; page: ReviewPage; label: string }) => (
  <ul className={classes.ticks} aria-labelledby={label}>
    {sections.map((section) => (
      <li key={section.key}>
        <label>
          <input type="checkbox" name="read" value={section.key} defaultChecked={section.read} />
          <span><span className="visually-hidden">I have read </span>{section.answers.length ? <a href={`#section-${section.key}`}>{section.title}</a> : section.title}</span>
        </label>
        {page.counts && section.differ > 0 ? <span className={classes.note}>{noteOf(section)}</span> : null}
      </li>
    ))}
  </ul>
);

function noteOf(section: ReviewedSection): string {
  const kinds = new Set(section.answers.map((a) => a.difference).filter((d) => d !== 'same'));
  return `${section.differ} ${kinds.size === 1 ? [...kinds][0] : 'changed'}`;
}
