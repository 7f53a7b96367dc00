import { type ReactNode, useDeferredValue } from 'react';
import { Loading } from './Loading';

/** What is large is drawn in slices, so that the page answers meanwhile; once it is here it changes at once, as everything does. */
export function Gradually({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : <Loading />;
}
