import { type ComponentType, createElement, lazy, useState } from 'react';
import { notLoaded } from '../api/problem';

/** Milliseconds before a part is asked for again: a network that changes is back within them. */
const PAUSES = [300, 1_000, 3_000];

/** A part of the page that comes when it is first shown, or when somebody knows that it will be. */
export type Part<Props> = ComponentType<Props> & { ahead: () => Promise<unknown> };

export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let here: ComponentType<Props> | undefined;
  const Late = lazy(async () => ({ default: await persistently(load) }));
  // What is here already is shown at once: what waits in a Suspense is held back for a third of a second.
  const Shown = (props: Props) => createElement(useState(() => here ?? Late)[0] as ComponentType<Props>, props);
  return Object.assign(Shown, { ahead: async () => (here = await load()) });
}

/** @throws Problem of kind 'not-loaded' when it came not even after some time */
export async function persistently<T>(load: () => Promise<T>, pauses: readonly number[] = PAUSES): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((passed) => setTimeout(passed, pause));
    }
  }
  try {
    return await load();
  } catch {
    throw notLoaded();
  }
}
