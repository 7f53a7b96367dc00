import { useEffect } from 'react';

/** Names the tab and, after a change of page, brings the reader to its heading. Never a patient's name. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Ambient GPT Notes` : 'Ambient GPT Notes';
    document.querySelector<HTMLElement>('main h1[tabindex="-1"]')?.focus({ preventScroll: true });
  }, [title]);
}
