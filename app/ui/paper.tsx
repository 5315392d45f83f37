import type { Block, Item, Paper as PaperValue, Part } from '#app/domain/papers/paper.ts';
import { Prose } from './prose.tsx';
import { SpcPlot } from './spc-plot.tsx';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';
import classes from './paper.module.css';

/** A paper on the screen and on a sheet: its parts, then what stands at the foot of each page of its files. */
export const Paper = ({ paper }: { paper: PaperValue }) => (
  <article className={classes.paper}>
    {paper.parts.map((part) => <PartOf key={part.key} part={part} />)}
    <div className={classes.foot}>{paper.foot.map((line) => <p key={line}>{line}</p>)}</div>
  </article>
);

const PartOf = ({ part }: { part: Part }) => (
  <section className={classes.part} data-fresh={part.fresh || undefined}>
    {part.title ? <h2>{part.title}</h2> : null}
    {part.blocks.map((block, i) => <Drawn key={i} block={block} />)}
  </section>
);

function Drawn({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'say':
      return block.tone === 'strong' ? <p><strong>{block.text}</strong></p> : <p className={block.tone === 'quiet' ? 'small quiet' : undefined}>{block.text}</p>;
    case 'prose':
      return <Prose text={block.text} />;
    case 'list': {
      const items = block.items.map((item, i) => <li key={i}><Words item={item} /></li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'rows':
      return <SummaryList rows={block.rows.map(({ key, value }) => ({ key, value: typeof value === 'string' ? value : <ul>{value.map((line, i) => <li key={i}>{line}</li>)}</ul> }))} />;
    case 'table':
      return <Wide block={block} />;
    case 'chart':
      return <figure className={classes.chart}><figcaption>{block.words}</figcaption><SpcPlot chart={block.chart} name={block.name} unit={block.unit} small /></figure>;
  }
}

const Words = ({ item: { lead, text } }: { item: Item }) => (lead ? <><strong>{lead}</strong>{text ? <><br />{text}</> : null}</> : text);

/** A table of many columns moves by itself under the page. */
function Wide({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const table = (
    <Table
      caption={block.caption} captionHidden compact head={block.head.map((h) => ({ label: h.title, numeric: h.numeric }))}
      rows={block.rows.map((cells, i) => ({ key: String(i), cells }))} {...(block.foot && { foot: block.foot })}
    />
  );
  return block.head.length > 5 ? <div className={classes.broad} role="region" aria-label={block.caption} tabIndex={0}>{table}</div> : table;
}
