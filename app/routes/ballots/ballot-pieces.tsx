import type { BallotView } from '#app/domain/ballots/ballot-page.server.ts';
import { count } from '#app/lib/money.ts';
import { Inset } from '#app/ui/inset.tsx';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { FEW_VOTES, type BallotResult } from '#workflows/secret-ballots.ts';

const TAGS: Record<BallotView['state'], [string, Tone]> = { planned: ['Set up', 'outline'], open: ['Open', 'blue'], closed: ['Closed', 'plain'], cancelled: ['Cancelled', 'plain'] };

export function Tag({ ballot }: { ballot: BallotView }) {
  const [title, tone] = TAGS[ballot.state];
  return <StatusTag tone={tone}>{title}</StatusTag>;
}

/** What stood before anybody voted. */
export const Agreed = ({ ballot }: { ballot: BallotView }) => (
  <SummaryList
    rows={[
      { key: 'Question', value: ballot.question }, { key: 'Kind', value: ballot.method }, { key: 'Opens', value: ballot.opens }, { key: 'Last day of voting', value: ballot.closes },
      { key: 'Yes votes needed', value: `${ballot.threshold}% of votes for and against` }, { key: 'Run by', value: ballot.runner }, { key: 'Who may vote', value: `${count(ballot.electorate)} people` }, { key: 'Set up by', value: ballot.setUp },
      ...(ballot.reason ? [{ key: 'Why it was cancelled', value: ballot.reason }] : []),
    ]}
  />
);

/** What a closed ballot says: with few votes whether the threshold was reached, and no counts. */
export function Result({ ballot, result, earlier }: { ballot: BallotView; result: BallotResult; earlier?: boolean }) {
  const { counts } = result;
  return (
    <section>
      {earlier ? <h3>Result</h3> : <h2>Result</h2>}
      <p><StatusTag tone={result.reached ? 'green' : 'amber'} shape={result.reached ? 'tick' : 'triangle'}>{result.reached ? 'Threshold reached' : 'Threshold not reached'}</StatusTag></p>
      {counts ? null : <Inset><p>{`Fewer than ${FEW_VOTES} people voted. Results of few people can reveal how each of them voted, so the counts are not shown to anybody.`}</p></Inset>}
      <SummaryList
        rows={[
          { key: 'Turnout', value: `${count(result.returned)} of ${count(result.electorate)}, ${count(result.turnout)}%` },
          ...(counts ? [{ key: 'For', value: counts.share === null ? count(counts.for) : `${count(counts.for)}, ${count(counts.share)}% of votes for and against` }, { key: 'Against', value: count(counts.against) }, { key: 'Blank papers', value: count(counts.spoilt) }] : []),
          { key: 'Needed', value: `${ballot.threshold}% for. ${result.reached ? 'It was reached' : 'It was not reached'}` },
        ]}
      />
    </section>
  );
}
