import { Meta, useLocation } from '@remix-run/react';
import { Children, cloneElement, isValidElement, useContext, useRef, type ReactElement, type ReactNode } from 'react';
import { Answer } from './lib/nonce.ts';

/**
 * The page's own title and meta lines. A form shown again with something to mend says so first in its title; pages
 * cannot do that themselves, since `meta` is not given what the action answered.
 */
export function TitleAndMeta() {
  const { refused } = useContext(Answer);
  const { key } = useLocation();
  const first = useRef(key);
  // Meta is called, not placed, because its title can be changed only in what it returns.
  const drawn = Meta() as ReactElement<{ children: ReactNode }>;
  return refused && key === first.current ? <>{Children.map(drawn.props.children, marked)}</> : drawn;
}

const marked = (tag: ReactNode): ReactNode =>
  isValidElement<{ children: string }>(tag) && tag.type === 'title' ? cloneElement(tag, {}, `Error: ${tag.props.children}`) : tag;
