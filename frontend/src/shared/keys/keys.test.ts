import { afterEach, expect, it, vi } from 'vitest';
import { pressed, singleLetters, written } from './keys';

afterEach(() => localStorage.clear());

const key = (init: KeyboardEventInit & { key: string }) => new KeyboardEvent('keydown', { cancelable: true, ...init });

it.each([
  [{ key: 'n' }, 'n'],
  [{ key: 'N', shiftKey: true }, 'Shift+N'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'Enter', ctrlKey: true }, 'Mod+Enter'],
  [{ key: 'z', ctrlKey: true }, 'Mod+Z'],
  [{ key: 'Tab', shiftKey: true }, 'Shift+Tab'],
  [{ key: 'F4' }, 'F4'],
])('writes %o as %s', (init, name) => {
  expect(written(key(init))).toBe(name);
});

it('runs what belongs to a key and keeps the browser from its own', () => {
  const next = vi.fn();
  const event = key({ key: 'n' });
  expect(pressed(event, { n: next })).toBe(true);
  expect(next).toHaveBeenCalledOnce();
  expect(event.defaultPrevented).toBe(true);
});

it('leaves letters that are typed into a field alone, and only those', () => {
  const field = document.body.appendChild(document.createElement('textarea'));
  const all = { n: vi.fn(), F4: vi.fn(), 'Mod+Enter': vi.fn() };
  for (const init of [{ key: 'n' }, { key: 'F4' }, { key: 'Enter', ctrlKey: true }]) {
    field.addEventListener('keydown', (event) => pressed(event, all), { once: true });
    field.dispatchEvent(key({ ...init, bubbles: true }));
  }
  expect(all.n).not.toHaveBeenCalled();
  expect(all.F4).toHaveBeenCalledOnce();
  expect(all['Mod+Enter']).toHaveBeenCalledOnce();
  field.remove();
});

it('does nothing for single letters that were switched off', () => {
  singleLetters.set(false);
  const all = { n: vi.fn(), 'Mod+Enter': vi.fn() };
  expect(pressed(key({ key: 'n' }), all)).toBe(false);
  expect(pressed(key({ key: 'Enter', ctrlKey: true }), all)).toBe(true);
});
