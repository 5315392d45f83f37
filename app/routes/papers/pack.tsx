import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { packQuery, PARTS } from '#app/domain/papers/pack-parts.ts';
import type { Pack } from '#app/domain/papers/pack.server.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoicesField } from '#app/ui/choice-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Paper } from '#app/ui/paper.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { packAsked } from './pack-asked.server.ts';
import classes from './papers.module.css';

export const handle = { script: false };

export const loader = (asked: LoaderFunctionArgs): Promise<Pack> => packAsked(asked);

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.paper.title, data?.case.title);

export default function PackRoute() {
  const pack = useLoaderData<typeof loader>();
  const path = `/cases/${pack.case.id}/stages/${pack.stage.key}`;
  const query = packQuery(pack.chosen, pack.version);
  return (
    <Page
      title={pack.paper.title} caption={pack.case.title} back={{ to: path, label: pack.stage.title }} wide
      lead={<p>{`${pack.case.reference}, version ${pack.version}, from what was sent. Drafts and private comments are never in it.`}</p>}
    >
      <div className={`${classes.choose} no-print`}>
        <Chooser pack={pack} path={path} />
        <p>
          <a href={`${path}/pack.pdf${query}`} download>Download one PDF</a>{' or '}
          <a href={`${path}/pack.docx${query}`} download>download for Word (DOCX)</a>
          {'. To print it, use the print of your browser. The address of this page keeps your choice, so you can share it with people who may see this stage.'}
        </p>
      </div>
      <Paper paper={pack.paper} />
    </Page>
  );
}

const Chooser = ({ pack, path }: { pack: Pack; path: string }) => (
  <Form method="get" action={`${path}/pack`}>
    <input type="hidden" name="version" value={pack.version} />
    <Question id="parts" as="fieldset" size="s" title="What should be in it?">
      <ChoicesField name="parts" id="parts" defaultValue={pack.chosen} choices={PARTS.filter(([key]) => pack.offered.includes(key)).map(([value, label, hint]) => ({ value, label, hint }))} />
    </Question>
    <SecondaryButton>Show these parts</SecondaryButton>
  </Form>
);
