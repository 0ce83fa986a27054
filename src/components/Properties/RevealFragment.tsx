import {useLocation} from '@docusaurus/router';
import {useEffect, type ReactNode} from 'react';
import {revealFragment} from './reveal-fragment.ts';

/** Lets the address of a property open the tree to it: on arrival, and whenever a link to it is followed. */
export default function RevealFragment(): ReactNode {
  const location = useLocation();
  useEffect(() => revealFragment(location.hash), [location]);
  return null;
}
