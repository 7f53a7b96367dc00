export type Theme = 'auto' | 'light' | 'dark';

const STORED = 'theme';

/** public/start.js does the same before the first paint. */
export const theme = {
  chosen: (): Theme => (localStorage.getItem(STORED) as Theme | null) ?? 'auto',
  choose(choice: Theme): void {
    if (choice === 'auto') {
      localStorage.removeItem(STORED);
    } else {
      localStorage.setItem(STORED, choice);
    }
    const dark = choice === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : choice === 'dark';
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  },
};
