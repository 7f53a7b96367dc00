import { type KeyboardEvent, useState } from 'react';

/**
 * One tab stop for a list: arrows, J and K move inside it, Home and End go to its ends. Its elements bear
 * data-roving or data-statement with their id.
 */
export function useRoving(ids: readonly string[]) {
  const [current, setCurrent] = useState<string>();
  const active = current !== undefined && ids.includes(current) ? current : ids[0];

  const focus = (id: string | undefined, within: Element) => {
    if (id !== undefined) {
      setCurrent(id);
      const element = within.querySelector<HTMLElement>(`[data-roving="${CSS.escape(id)}"], [data-statement="${CSS.escape(id)}"]`);
      element?.focus();
      element?.scrollIntoView({ block: 'nearest' });
    }
  };

  return {
    active,
    tabIndex: (id: string): 0 | -1 => (id === active ? 0 : -1),
    setCurrent,
    focus,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('textarea, input, select');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const here = ids.indexOf(active ?? '');
      const to = { ArrowDown: here + 1, j: here + 1, ArrowUp: here - 1, k: here - 1, Home: 0, End: ids.length - 1 }[event.key];
      if (to !== undefined && to >= 0 && to < ids.length) {
        event.preventDefault();
        focus(ids[to], event.currentTarget);
      }
    },
  };
}
