import { AUDIENCES, type Audience } from '#app/domain/evidence/documents.policy.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface Props {
  errors: FormError[] | undefined;
  values: Typed;
  audiences?: readonly Audience[];
  personalDataHint?: string;
}

/** What is said about a file, and the file. The file stands last, so that everything typed is read before it. */
export function DocumentFields({ errors, values, audiences, personalDataHint = 'Such as names, dates of birth, or the pay of one person' }: Props) {
  const choices = AUDIENCES.filter(([key]) => !audiences || audiences.includes(key)).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Question id="title" as="field" title="Name of the document" hint="A name the people who read it will know" {...errorAt(errors, 'title')}>
        <TextField name="title" defaultValue={values.title ?? ''} />
      </Question>
      <Question id="seenBy" as="fieldset" title="Who may see it?" hint="When it is sent with a stage, everyone who reads that stage can see it too" {...errorAt(errors, 'seenBy')}>
        <ChoiceField name="seenBy" id="seenBy" choices={choices} {...(values.seenBy && { defaultValue: values.seenBy })} />
      </Question>
      <Question id="personalData" as="fieldset" title="Does it hold personal data?" hint={personalDataHint} {...errorAt(errors, 'personalData')}>
        <ChoiceField
          name="personalData" id="personalData" {...(values.personalData && { defaultValue: values.personalData })}
          choices={[{ value: 'yes', label: 'Yes', hint: 'It is marked, so that whoever opens it takes care' }, { value: 'no', label: 'No' }]}
        />
      </Question>
      <Question id="file" as="field" title="File" hint="PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text or image, smaller than 25 MB" {...errorAt(errors, 'file')}>
        <FileField name="file" accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt,.png,.jpg,.jpeg,.heic" />
      </Question>
    </>
  );
}
