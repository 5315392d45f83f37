import { Form } from '@remix-run/react';
import { AUDIENCES, COMMENT_KINDS, type Audience, type CommentKind } from '#workflows/comments.ts';
import { chosen, errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Buttons, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, ChoicesField } from '#app/ui/choice-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';

interface Props {
  question: string;
  kinds: readonly CommentKind[];
  /** Whom the writer may speak to; nothing is asked when there is one. */
  audiences: readonly Audience[];
  /** The answer is words, for which others can be offered. */
  isText: boolean;
  people: readonly { id: string; name: string }[];
  action: string;
  errors?: FormError[];
  values?: Typed;
}

/** A comment on one answer. Ids carry the question, since a page may hold many of these. */
export function CommentForm({ question, kinds, audiences, isText, people, action, errors = [], values = {} }: Props) {
  const id = (name: string) => `${name}-${question}`;
  return (
    <Form method="post" action={action} noValidate>
      <Question id={id('kind')} as="fieldset" size="s" title="What kind of comment is it?" {...errorAt(errors, id('kind'))}>
        <ChoiceField name="kind" id={id('kind')} defaultValue={values.kind ?? 'question'} choices={kinds.filter((kind) => isText || kind !== 'suggestion').map((kind) => ({ value: kind, label: COMMENT_KINDS[kind].title, hint: COMMENT_KINDS[kind].hint }))} />
      </Question>
      {audiences.length > 1 ? (
        <Question id={id('audience')} as="fieldset" size="s" title="Who sees it?" {...errorAt(errors, id('audience'))}>
          <ChoiceField name="audience" id={id('audience')} defaultValue={values.audience ?? audiences[0]!} choices={audiences.map((audience) => ({ value: audience, label: AUDIENCES[audience].title }))} />
        </Question>
      ) : <p className="small">{`${AUDIENCES[audiences[0]!].words}.`}</p>}
      <Question id={id('text')} as="field" size="s" title="Your comment" hint="Type @ and a full name to tell somebody who can see it" {...errorAt(errors, id('text'))}>
        <LongTextField name="text" rows={4} id={id('text')} defaultValue={values.text ?? ''} />
      </Question>
      {isText ? (
        <Question id={id('proposed')} as="field" size="s" title="Other words for the answer" hint="Only for a suggestion: the team can use them with one press, or keep its own" {...errorAt(errors, id('proposed'))}>
          <LongTextField name="proposed" rows={6} id={id('proposed')} defaultValue={values.proposed ?? ''} />
        </Question>
      ) : null}
      {people.length ? (
        <Details summary="Choose people to tell" open={Boolean(values.mention)}>
          <Question id={id('mention')} as="fieldset" size="s" title="Who is told of it?" hint="They must be able to see it" {...errorAt(errors, id('mention'))}>
            <ChoicesField name="mention" id={id('mention')} defaultValue={chosen(values, 'mention')} choices={people.map((p) => ({ value: p.id, label: p.name }))} />
          </Question>
        </Details>
      ) : null}
      {kinds.includes('mustChange') ? <p className="small">It stays a draft until you send your review or decision.</p> : null}
      <Buttons><SecondaryButton>Add comment</SecondaryButton></Buttons>
    </Form>
  );
}
