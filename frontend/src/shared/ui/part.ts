import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { notLoaded } from '../api/problem';

/** Milliseconds before a part is asked for again: a network that changes is back within them. */
const PAUSES = [300, 1_000, 3_000];

/** A part of the page that comes when it is first shown. */
export function part<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await persistently(load) }));
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
