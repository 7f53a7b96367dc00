import { useEffect, useRef } from 'react';

/** A key as it is written: 'n', 'Shift+N', 'Mod+Enter', 'F4', '/'. Mod is ⌘ on a Mac, Ctrl elsewhere. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const STORED = 'single-letter-keys';

/** People who speak to their computer type letters without meaning to: they can switch them off (WCAG 2.1.4). */
export const singleLetters = {
  on: () => localStorage.getItem(STORED) !== 'off',
  set: (on: boolean) => localStorage.setItem(STORED, on ? 'on' : 'off'),
};

export function written(event: KeyboardEvent): string {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = /^[A-Z]$/.test(key);
  return [
    mod ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && (letter || event.key.length > 1) ? 'Shift' : '',
    letter && !event.shiftKey && !mod ? key.toLowerCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Runs what belongs to the key; a letter typed into a field, or switched off, does nothing. */
export function pressed(event: KeyboardEvent, keys: Keys): boolean {
  const name = written(event);
  const action = keys[name];
  const single = [...name.replace('Shift+', '')].length === 1;
  if (!action || event.defaultPrevented || (single && (isTyping(event.target) || !singleLetters.on()))) {
    return false;
  }
  event.preventDefault();
  action(event);
  return true;
}

/** Keys of the whole page, as long as the component is there. A dialog keeps its keys to itself. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event, latest.current);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
