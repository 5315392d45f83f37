import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { assignmentsPage, type AssignedSection } from '#app/domain/sections/assignments-page.server.ts';
import { day } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Page } from '#app/ui/page.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import classes from './assignments.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await assignmentsPage(reader(), file, asked.params.stage!)) ?? notFound();
  return { page, saved: new URL(asked.request.url).searchParams.has('saved') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Who writes what: ${data.page.stage.title}`, data?.page.case.title);

export default function Assignments() {
  const { page, saved } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  return (
    <Page
      title="Who writes what" caption={page.stage.title} back={{ to: path, label: page.stage.title }} wide
      {...(saved && { banner: <Banner kind="success" title="Saved" /> })}
      lead={<p>Anybody in the team who can change answers can still help with any section.</p>}
    >
      <ul className={classes.sections}>{page.sections.map((section) => <Row key={section.key} section={section} path={path} />)}</ul>
    </Page>
  );
}

const Row = ({ section, path }: { section: AssignedSection; path: string }) => (
  <li>
    <Link to={`${path}/${section.key}`}>{section.title}</Link>
    <span>{section.person ? `${section.person}${section.dueOn ? `, by ${day(section.dueOn)}` : ''}` : 'Nobody in particular'}{section.completed ? '. Completed' : section.late ? <strong>. Late</strong> : null}</span>
    {section.mayChange ? <Link to={`${path}/assignments/${section.key}`}>{section.personId ? 'Change' : 'Give it to somebody'}<span className="visually-hidden">{`: ${section.title}`}</span></Link> : null}
  </li>
);
