import { Link } from '@remix-run/react';
import { Page } from '#app/ui/page.tsx';

/** The page of a mailed link that works no longer. */
export const LinkEnded = ({ again }: { again: { to: string; label: string } }) => (
  <Page title="This link no longer works">
    <p>It has been used, or it is out of date. Mailed links work once.</p>
    <p><Link to={again.to}>{again.label}</Link></p>
  </Page>
);
