import { Form } from '@remix-run/react';
import type { CommentPage, Offer } from '#app/domain/comments/comment-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Buttons, PrimaryButton, SecondaryButton } from '#app/ui/buttons.tsx';
import { Details } from '#app/ui/details.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Question } from '#app/ui/question.tsx';

interface Props {
  page: CommentPage;
  path: string;
  errors: FormError[];
  values: Typed;
}

/** Words offered for the answer: what they would change, and the two presses. */
export function Offered({ page, offer, path, errors, values }: Props & { offer: Offer }) {
  if (offer.outcome) return <Settled offer={offer} />;
  return (
    <section>
      <h2>Words offered</h2>
      <p className="small">{`By ${offer.by}, ${moment(offer.at)}.`}</p>
      {offer.then === null ? <Diff before={page.answer.missing === 'no' ? page.answer.text : ''} after={offer.words} /> : <Changed offer={offer} now={page.answer.text} />}
      {offer.mayTake ? (
        <Form method="post" action={`${path}/taking`}>
          <input type="hidden" name="revision" value={offer.revision} />
          <Buttons><PrimaryButton>{offer.then === null ? 'Use this wording' : 'Use this wording all the same'}</PrimaryButton></Buttons>
        </Form>
      ) : null}
      {offer.mayDecline ? (
        <Details summary="Keep ours" open={errors.some((e) => e.id === 'reason')}>
          <Form method="post" action={`${path}/declining`} noValidate>
            <Question id="reason" as="field" size="s" title="Why do you keep your own words?" hint="Whoever offered these words sees it" {...errorAt(errors, 'reason')}>
              <LongTextField name="reason" rows={3} defaultValue={values.reason ?? ''} />
            </Question>
            <Buttons><SecondaryButton>Keep ours</SecondaryButton></Buttons>
          </Form>
        </Details>
      ) : null}
    </section>
  );
}

const Changed = ({ offer, now }: { offer: Offer; now: string }) => (
  <>
    <Inset><p>The answer has changed since these words were offered. If you use them, the words that stand there now stay in its history.</p></Inset>
    <h3>What changed in the answer since</h3>
    <Diff before={offer.then ?? ''} after={now} />
    <h3>What these words would change now</h3>
    <Diff before={now} after={offer.words} />
  </>
);

const Settled = ({ offer }: { offer: Offer }) => (
  <section>
    <h2>Words offered</h2>
    <p className="small">{`By ${offer.by}, ${moment(offer.at)}.`}</p>
    <Prose text={offer.words} />
    <Inset><p>{offer.outcome!.is === 'taken' ? `${offer.outcome!.by} took these words, ${moment(offer.outcome!.at)}. The words before are in the history of the answer.` : `${offer.outcome!.by} kept the team's own words, ${moment(offer.outcome!.at)}.`}</p></Inset>
  </section>
);

/** A form to offer words, or better ones than were offered. */
export const Suggest = ({ page, path, errors, values }: Props) => (
  <Details summary={page.offer ? 'Offer better words' : 'Suggest words for the answer'} open={errors.some((e) => e.id === 'proposed')}>
    <Form method="post" action={`${path}/words`} noValidate>
      <Question id="proposed" as="field" size="s" title="Words for the answer" hint="The team can use them with one press, or keep its own" {...errorAt(errors, 'proposed')}>
        <LongTextField name="proposed" rows={6} defaultValue={values.proposed ?? page.offer?.words ?? (page.answer.missing === 'no' ? page.answer.text : '')} />
      </Question>
      <Buttons><SecondaryButton>Offer these words</SecondaryButton></Buttons>
    </Form>
  </Details>
);
