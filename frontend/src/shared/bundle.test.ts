// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const BUILT = 'target/classes/META-INF/resources';
const MANIFEST = `${BUILT}/.vite/manifest.json`;
/** What a browser loads before it shows anything, compressed. */
const MOST = 200_000;

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

/** In Maven's build the page is built before its tests are run. */
it.skipIf(!existsSync(MANIFEST))('loads at most 200 kB of JavaScript at first', () => {
  const chunks = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
  const needed = new Set<string>();
  const need = (name: string) => {
    if (!needed.has(name)) {
      needed.add(name);
      chunks[name]!.imports?.forEach(need);
    }
  };
  Object.keys(chunks)
    .filter((name) => chunks[name]!.isEntry)
    .forEach(need);
  // The page awaits the catalogue of its language, too.
  need(Object.keys(chunks).find((name) => name.endsWith('locales/de.po'))!);
  const sizes = [...needed]
    .map((name) => chunks[name]!.file)
    .map((file) => ({ file, bytes: gzipSync(readFileSync(`${BUILT}/${file}`)).length }))
    .sort((a, b) => b.bytes - a.bytes);

  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(all, JSON.stringify(sizes.slice(0, 5))).toBeLessThanOrEqual(MOST);
});

it.skipIf(!existsSync(MANIFEST))('names in its head the part of each address, which then comes with the first files', () => {
  const [, parts = '{}'] = /<meta name="parts" content='([^']+)'/.exec(readFileSync(`${BUILT}/index.html`, 'utf8')) ?? [];
  const files = Object.entries(JSON.parse(parts) as Record<string, string>);
  const lazily = readFileSync('src/app/routes.ts', 'utf8').match(/await import\(/g)!;
  expect(files).toHaveLength(lazily.length);
  expect(files.filter(([, file]) => !existsSync(BUILT + file))).toEqual([]);
  const at = (path: string) => files.filter(([pattern]) => new RegExp(pattern).test(path)).map(([, file]) => /\/(\w+)-[^/]*$/.exec(file)![1]);
  expect([at('/visits/0199'), at('/visits/0199/live'), at('/new')]).toEqual([['ReviewPage'], ['LivePage'], ['NewVisitPage']]);
});
