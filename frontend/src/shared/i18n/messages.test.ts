import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
  .map((file) => readFileSync(join('src', file), 'utf8'));

/** Every message of the code by its id, as the code words it. */
const worded = new Map(
  sources.flatMap((source) =>
    [...source.matchAll(/\bid: '([\w.]+)',\s*message:\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)].map(
      ([, id, literal]) => [id!, unquoted(literal!)] as const,
    ),
  ),
);

function catalogue(locale: string): ReadonlyMap<string, string> {
  const text = readFileSync(`src/locales/${locale}.po`, 'utf8').replace(/"\n"/g, '');
  return new Map([...text.matchAll(/^msgid ("[^\n]+")\nmsgstr ("[^\n]*")$/gm)].map(([, id, message]) => [unquoted(id!), unquoted(message!)]));
}

function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

it('shows in English what the code says: "npm run messages" was run', () => {
  const english = catalogue('en');
  expect(worded.size).toBeGreaterThan(400);
  expect([...worded].filter(([id, message]) => english.get(id) !== message)).toEqual([]);
});

it('has every message in German', () => {
  const german = catalogue('de');
  expect([...worded.keys()].filter((id) => !german.get(id))).toEqual([]);
});
