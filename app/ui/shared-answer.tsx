import type { SharedAnswer as Shared } from '#app/domain/guidance/shared-pages.server.ts';
import { Prose } from './prose.tsx';

/** A mentor's answer to another team, which both agreed to share. It names nobody. */
export const SharedAnswer = ({ answer }: { answer: Shared }) => (
  <article>
    <h3>{answer.title}</h3>
    <Prose text={answer.text} />
    <p className="small quiet">{`From a mentor, ${answer.on}`}</p>
  </article>
);
