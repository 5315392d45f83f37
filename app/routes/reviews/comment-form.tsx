import { Form } from '@remix-run/react';
import { COMMENT_KINDS, type CommentKind } from '#app/domain/comments/comments.policy.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Buttons, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';

interface Props {
  question: string;
  kinds: readonly CommentKind[];
  action: string;
  errors?: FormError[];
  values?: Typed;
}

/** A comment on one answer. Ids carry the question, since a page may hold many of these. */
export function CommentForm({ question, kinds, action, errors = [], values = {} }: Props) {
  const id = (name: string) => `${name}-${question}`;
  return (
    <Form method="post" action={action} noValidate>
      <Question id={id('kind')} as="fieldset" size="s" title="What kind of comment is it?" {...errorAt(errors, id('kind'))}>
        <ChoiceField name="kind" id={id('kind')} defaultValue={values.kind ?? 'question'} choices={kinds.map((kind) => ({ value: kind, label: COMMENT_KINDS[kind].title, hint: COMMENT_KINDS[kind].hint }))} />
      </Question>
      <Question id={id('text')} as="field" size="s" title="Your comment" {...errorAt(errors, id('text'))}>
        <LongTextField name="text" rows={4} id={id('text')} defaultValue={values.text ?? ''} />
      </Question>
      <Question id={id('proposed')} as="field" size="s" optional title="Other words for the answer" hint="For a suggestion: the team can use them or keep its own" {...errorAt(errors, id('proposed'))}>
        <LongTextField name="proposed" rows={3} id={id('proposed')} defaultValue={values.proposed ?? ''} />
      </Question>
      {kinds.includes('mustChange') ? <p className="small">It stays a draft until you send your review or decision.</p> : null}
      <Buttons><SecondaryButton>Add comment</SecondaryButton></Buttons>
    </Form>
  );
}
