import { i18n, type Messages } from '@lingui/core';

/** The page's languages; the language of a note is another thing. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('../../locales/en.po'),
  de: () => import('../../locales/de.po'),
};

export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogues[language]();
  i18n.loadAndActivate({ locale: language, locales: [...inRegion(language, navigator.languages), language], messages });
  document.documentElement.lang = language;
}

/** A language as the browser's person writes dates and numbers in it: in British English the day comes first. */
export const inRegion = (language: Language, browser: readonly string[]) => browser.filter((tag) => tag.split('-')[0]!.toLowerCase() === language);

/** What was chosen here, else the browser's first language that we have. */
export function preferred(stored: string | null, browser: readonly string[]): Language {
  const known = (tag: string) => Object.keys(LANGUAGES).find((l) => l === tag.slice(0, 2).toLowerCase());
  return ([stored ?? '', ...browser].map(known).find((l) => l !== undefined) as Language | undefined) ?? 'en';
}
