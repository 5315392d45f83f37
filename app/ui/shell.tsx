import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { GoTo, GoToScript } from './go-to.tsx';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import classes from './shell.module.css';

interface NavItem {
  to: string;
  label: string;
  current: boolean;
}
interface Props {
  person?: { name: string };
  nav: NavItem[];
  unread: number;
  /** How many things wait for this person: kept outside the menu on phones. */
  turns?: number;
  /** The page shows the finished example. */
  example?: boolean;
  /** The help line of the footer: who, hours. */
  help?: string;
  children: ReactNode;
}

/** Header, service navigation and footer around every page. Works before any script: the phone menu is a fold. */
export function Shell({ person, nav, unread, turns = 0, example, help, children }: Props) {
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">Skip to main content</a>
      <header>
        <div className={classes.bar}>
          <div className={classes.inner}>
            <Link to="/" className={classes.name}><Mark /><span>Slipway</span></Link>
            <div className={classes.account}>{person ? <Account name={person.name} unread={unread} /> : <SignIn />}</div>
            {person ? <><Menu name={person.name} nav={nav} unread={unread} /><GoToScript /></> : null}
          </div>
        </div>
        {person ? <TurnsOnPhones turns={turns} /> : null}
        {nav.length ? <ServiceNav nav={nav} /> : null}
        {example ? <p className={classes.example}><span>Example case. Nothing here is real.</span></p> : null}
      </header>
      {children}
      <Footer {...(help ? { help } : {})} />
    </div>
  );
}

const ServiceNav = ({ nav }: { nav: NavItem[] }) => (
  <nav className={classes.nav} aria-label="Service">
    <ul>{nav.map((item) => <li key={item.to}><NavLink item={item} /></li>)}</ul>
  </nav>
);

const NavLink = ({ item }: { item: NavItem }) => <Link to={item.to} aria-current={item.current ? 'page' : undefined}>{item.label}</Link>;

const TurnsOnPhones = ({ turns }: { turns: number }) =>
  turns > 0 ? <p className={classes.turns}><Link to="/"><Icon name="turn" />{`Your turn (${turns})`}</Link></p> : null;

const Account = ({ name, unread }: { name: string; unread: number }) => (
  <ul>
    <li><Link to="/search">Search</Link></li>
    <li className={classes.scripted}><GoTo /></li>
    <li><Notifications unread={unread} /></li>
    <li><Link to="/account">{name}</Link></li>
    <li><SignOut /></li>
  </ul>
);

const SignIn = () => <ul><li><Link to="/sign-in">Sign in</Link></li></ul>;

const Notifications = ({ unread }: { unread: number }) => (
  <Link to="/notifications">
    Notifications
    {unread > 0 ? <>{` (${unread > 99 ? '99+' : unread}`}<span className="visually-hidden"> unread</span>)</> : null}
  </Link>
);

const SignOut = () => (
  <form method="post" action="/sign-out"><button type="submit">Sign out</button></form>
);

const Menu = ({ name, nav, unread }: { name: string; nav: NavItem[]; unread: number }) => (
  <details className={classes.menu}>
    <summary><Icon name="menu" />Menu</summary>
    <nav aria-label="Menu">
      <ul>
        {nav.map((item) => <li key={item.to}><NavLink item={item} /></li>)}
        <li><Link to="/search">Search</Link></li>
        <li className={classes.scripted}><GoTo /></li>
        <li><Notifications unread={unread} /></li>
        <li><Link to="/account">{name}</Link></li>
        <li><SignOut /></li>
      </ul>
    </nav>
  </details>
);

const Footer = ({ help = 'Help: support unit, Monday to Friday, 9am to 5pm' }: { help?: string }) => (
  <footer className={classes.footer}>
    <div className={classes.footing}>
      <ul>
        <li><Link to="/help">{help}</Link></li>
        <li><Link to="/accessibility">Accessibility</Link></li>
        <li><Link to="/privacy">Privacy</Link></li>
      </ul>
      <p>An independent service for NHS staff teams. Not an NHS website.</p>
    </div>
  </footer>
);
