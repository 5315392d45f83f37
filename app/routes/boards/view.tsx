import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ACTION_TITLES, VIEW_TITLES } from '#app/domain/boards/boards.policy.ts';
import { boardViewForm } from '#app/domain/boards/boards.schema.ts';
import { giveView } from '#app/domain/boards/give-view.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { day } from '#app/lib/dates.ts';
import { errorAt, parseForm, typed, type FormError, type Typed } from '#app/lib/forms.ts';
import { forbidden, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { BOARD_ACTIONS, BOARD_VIEWS } from '#workflows/boards.ts';
import { titled } from '../stages/titled.ts';
import { boardAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const page = await boardAsked(asked);
  const { board, version } = page;
  if (!page.may.give || !board || !version) forbidden('A board member gives a view once, while the board waits for it.');
  return { case: page.case, stage: page.stage, board: board!, version: version!, onlyUnable: !page.viewsHidden };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, boardViewForm);
  if (!read.ok) return refused(read.errors, read.values);
  const given = await giveView(actor, params.case!, params.stage!, read.value);
  return given.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/board?done=view`) : refusal(given, typed(form));
}

const TITLE = 'Your view';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function View() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const [errors, values] = [again?.errors ?? [], again?.values ?? {}];
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page
      title={TITLE} caption={`${page.stage.title}, version ${page.version.number}`} back={{ to: `${path}/review`, label: page.stage.title }} errors={errors}
      lead={<p>{`Asked by ${page.board.name}, which meets on ${day(page.board.meetsOn)}. You give it once, and it stays as you send it.`}</p>}
    >
      <Form method="post" noValidate>
        <input type="hidden" name="sha256" value={values.sha256 ?? page.version.sha256} />
        <Question id="view" as="fieldset" title={`Do you support the ${page.stage.noun}?`} {...errorAt(errors, 'view')}>
          <ChoiceField
            name="view" defaultValue={values.view ?? ''}
            choices={BOARD_VIEWS.filter((view) => !page.onlyUnable || view === 'cannotTakePart').map((view) => ({ value: view, label: VIEW_TITLES[view], ...(view === 'cannotTakePart' && { hint: 'Your interest is put on record, and your view does not count', below: <Interest errors={errors} values={values} /> }) }))}
          />
        </Question>
        {page.onlyUnable ? null : (
          <Question id="words" as="field" size="s" title="Your reasons" hint="Needed unless you support it without conditions" {...errorAt(errors, 'words')}>
            <LongTextField name="words" defaultValue={values.words ?? ''} words={400} />
          </Question>
        )}
        <p className="small">It is advice, and stands in the decision record with your name. The chair records the decision.</p>
        <Buttons><PrimaryButton>Send your view</PrimaryButton><Link to={`${path}/board`}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}

const Interest = ({ errors, values }: { errors: FormError[]; values: Typed }) => (
  <>
    <Question id="interest" as="field" size="s" title="What the interest is" {...errorAt(errors, 'interest')}>
      <LongTextField name="interest" rows={3} defaultValue={values.interest ?? ''} />
    </Question>
    <Question id="action" as="fieldset" size="s" title="What you do about it" {...errorAt(errors, 'action')}>
      <ChoiceField name="action" defaultValue={values.action ?? ''} choices={BOARD_ACTIONS.map((action) => ({ value: action, label: ACTION_TITLES[action].chosen }))} />
    </Question>
  </>
);
