import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { peoplePage, type PartView, type PeoplePage } from '#app/domain/people/people-page.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, QuietButton } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return { ...(await peoplePage(reader(), file)), invited: new URL(request.url).searchParams.get('done') === 'invited' };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `People - ${page.case.title} - Slipway` : 'Slipway' }];

export default function People() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page title="People" caption={page.case.title} back={{ to: path, label: page.case.title }} nav={<CaseNav of={page.case} current="people" />} wide {...(page.invited && { banner: <Banner kind="success" title="Your invitation is sent" /> })}>
      {page.mayInvite ? <p><ButtonLink to={`${path}/invitations/new`}>Invite somebody</ButtonLink></p> : null}
      {page.groups.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          {group.parts.length ? <Parts caption={group.title} parts={group.parts} path={path} /> : <p>{group.none}</p>}
          {group.title === 'Mentor' && page.seesMeetings ? <p><Link to={`${path}/meetings`}>Meetings with the mentor</Link></p> : null}
          {group.title === 'Mentor' && page.seesMentoring ? <p><Link to={`${path}/mentoring`}>Find a mentor, or see how the mentoring stands</Link></p> : null}
        </section>
      ))}
      {page.invitations.length ? <Invitations page={page} path={path} /> : null}
      <section>
        <h2>Interests declared</h2>
        {page.interests.length ? <ul>{page.interests.map((i) => <li key={i.id}>{`${i.name}: ${i.words}. Declared ${i.on}.`}</li>)}</ul> : <p>None yet. Somebody who is to be a director, shareholder or employee of the new organisation can never decide on this case.</p>}
        {page.mayDeclare ? <p><Link to={`${path}/interests/new`}>Declare an interest</Link></p> : null}
      </section>
      {page.ended.length ? <Details summary={`People who were in this case (${page.ended.length})`}><Parts caption="Ended" parts={page.ended} path={path} /></Details> : null}
    </Page>
  );
}

const HEAD = [{ label: 'Name' }, { label: 'Part' }, { label: 'Organisation' }, { label: 'Since' }];

function Parts({ caption, parts, path }: { caption: string; parts: PartView[]; path: string }) {
  const acts = parts.some((part) => part.mayEnd || part.mayShare || part.mayLimit || part.mayCover);
  return (
    <Table
      caption={caption} captionHidden head={acts ? [...HEAD, { label: 'Change' }] : HEAD}
      rows={parts.map((part) => ({
        key: part.id,
        cells: [
          <span key="name">{part.name}{part.jobTitle ? <span className="quiet small"> {part.jobTitle}</span> : null}{part.unreached ? <Unreached /> : null}</span>,
          <span key="part">{part.shared === null ? part.role : `${part.role}. Can read: ${part.shared}`}{part.access ? <span className="small"><br />{part.access}</span> : null}{part.cover.map((line) => <span key={line} className="small"><br />{line}</span>)}</span>,
          part.organisation,
          part.since,
          ...(acts ? [<Acts key="acts" part={part} path={path} />] : []),
        ],
      }))}
    />
  );
}

const Unreached = () => <span className="small"><br /><strong>Email does not reach them.</strong> Ask for an address that works</span>;

const Acts = ({ part, path }: { part: PartView; path: string }) => (
  <>
    {part.mayShare ? <><Link to={`${path}/people/${part.id}/sharing`}>Share stages<span className="visually-hidden">{` with ${part.name}`}</span></Link><br /></> : null}
    {part.mayLimit ? <><Link to={`${path}/people/${part.id}/access`}>What they may do<span className="visually-hidden">{`: ${part.name}`}</span></Link><br /></> : null}
    {part.mayCover ? <><Link to={`${path}/people/${part.id}/cover`}>{part.cover.length ? 'See cover' : 'Name a deputy'}<span className="visually-hidden">{` for ${part.name}`}</span></Link><br /></> : null}
    {part.mayEnd ? <Link to={`${path}/people/${part.id}/ending`}>End<span className="visually-hidden">{` ${part.name}'s part as ${part.role}`}</span></Link> : part.mayCover ? null : 'Nothing'}
  </>
);

const Invitations = ({ page, path }: { page: PeoplePage; path: string }) => (
  <section>
    <h2>Invitations not accepted yet</h2>
    <Table
      caption="Invitations not accepted yet" captionHidden head={[{ label: 'Name' }, { label: 'Part' }, { label: 'Sent' }, { label: 'Link works until' }, { label: 'Change' }]}
      rows={page.invitations.map((i) => ({
        key: i.id,
        cells: [
          <span key="name">{i.name} <span className="quiet small">{i.email}</span>{i.unreached ? <Unreached /> : null}</span>, i.role, i.sent, i.ended ? `Ended ${i.until}` : i.until,
          i.mayWithdraw ? <Form key="act" method="post" action={`${path}/invitations/${i.id}/withdrawal`}><QuietButton hidden={`the invitation to ${i.name}`}>Take back</QuietButton></Form> : 'Nothing',
        ],
      }))}
    />
  </section>
);
