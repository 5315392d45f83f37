import './ui/styles/mantine.css';
import './ui/styles/theme.css';
import './ui/styles/base.css';
import { MantineProvider } from '@mantine/core';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links, Outlet, Scripts, ScrollRestoration, isRouteErrorResponse, useLocation, useMatches, useRouteError, useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { Announcer } from './announcer.tsx';
import { actorOf } from './domain/people/actor.server.ts';
import { coloursIn } from './domain/people/colours.server.ts';
import { NAVIGATION_FOR_ANYONE, navigationFor } from './domain/people/navigation.server.ts';
import { env } from './env.server.ts';
import { TitleAndMeta } from './head.tsx';
import { useNonce } from './lib/nonce.ts';
import { theme } from './theme.ts';
import { NewsLine } from './ui/news-line.tsx';
import { Page } from './ui/page.tsx';
import { Shell } from './ui/shell.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  const { name, phone, hours } = env().support;
  const help = [`Help: ${name}`, phone, hours].filter(Boolean).join(', ');
  if (!actor) return { person: null, nav: NAVIGATION_FOR_ANYONE, unread: 0, turns: 0, colours: coloursIn(request), help };
  return { person: { name: actor.name }, ...(await navigationFor(actor)), colours: actor.colourScheme ?? coloursIn(request), help };
}

export const links: LinksFunction = () => [
  { rel: 'preload', href: '/fonts/source-sans-3-latin.woff2', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'alternate icon', href: '/favicon.ico' },
];

export const meta: MetaFunction = ({ error }) => [{ title: error ? `${wordsFor(error).title} - Slipway` : 'Slipway' }];

/** The document around every page, also around a page of error: it must stand without the root loader's answer. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const colours = useRouteLoaderData<typeof loader>('root')?.colours ?? 'light';
  const reading = useReading();
  return (
    <html lang="en-GB" data-mantine-color-scheme={colours}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colours} />
        <TitleAndMeta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} forceColorScheme={colours} withCssVariables={false} withStaticClasses={false} withGlobalClasses={false} getStyleNonce={() => nonce ?? ''}>
          {children}
        </MantineProvider>
        {reading ? null : <><ScrollRestoration {...(nonce && { nonce })} /><Scripts {...(nonce && { nonce })} /></>}
      </body>
    </html>
  );
}

export default function App() {
  return <Around><Outlet /></Around>;
}

export function ErrorBoundary() {
  const { title, words } = wordsFor(useRouteError());
  return <Around><Page title={title}>{words.map((line) => <p key={line}>{line}</p>)}</Page></Around>;
}

function Around({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>('root');
  const { pathname } = useLocation();
  const example = useMatches().some(({ data }) => (data as { example?: boolean } | undefined)?.example === true);
  const live = useLive();
  const nav = (known?.nav ?? []).map((item) => ({ ...item, current: isWithin(pathname, item.to) }));
  return (
    <Shell {...(known?.person && { person: known.person })} {...(known && { help: known.help })} nav={nav} unread={known?.unread ?? 0} turns={known?.turns ?? 0} example={example}>
      {live ? <NewsLine caseId={live.caseId} after={live.after} /> : null}
      {children}
      <Announcer />
    </Shell>
  );
}

const isWithin = (pathname: string, to: string): boolean => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));

/** A page that is only read, or that tells of an error, brings no script. */
function useReading(): boolean {
  const broken = useRouteError() != null; // null where nothing went wrong
  const deepest = useMatches().at(-1)?.handle as { script?: boolean } | undefined;
  return broken || deepest?.script === false;
}

/** The case a page that is only read is about, and what it knows of it, when it says so. */
function useLive(): { caseId: string; after: number } | undefined {
  const { data } = useMatches().at(-1) ?? {};
  const { news, case: head } = (data ?? {}) as { news?: number; case?: { id: string } };
  return useReading() && news !== undefined && head ? { caseId: head.id, after: news } : undefined;
}

/** What a person is told. Our own sentence of a 403 or a 404 is shown; a fault says nothing of itself. */
function wordsFor(error: unknown): { title: string; words: string[] } {
  if (isRouteErrorResponse(error) && error.status === 404) {
    return { title: 'Page not found', words: ['If you typed the address, check it. If you followed a link, what it led to may have been withdrawn, or you may not be able to see it.'] };
  }
  if (isRouteErrorResponse(error) && error.status === 403) {
    return { title: 'You cannot do this', words: [String(error.data), 'If you think you should be able to, ask the support unit: see Help at the foot of this page.'] };
  }
  return { title: 'Sorry, there is a problem with the service', words: ['Try again in a few minutes. Everything you saved before is kept.', 'If it goes on, tell the support unit: see Help at the foot of this page.'] };
}
