import { readdirSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LARGEST, pictures, SCREENS } from '../../e2e/fixtures/screens';
import { ROUTES } from './routes';

const FOLDER = '../docs/screenshots';
const HOW = './mvnw -pl api -am test -Dtest=BrowserTest -Dbrowser.project=screenshots -Dsurefire.failIfNoSpecifiedTests=false';

it('has a screen in the manifest for every route', () => {
  expect([...new Set(SCREENS.map(({ route }) => route))].sort()).toEqual(Object.keys(ROUTES).sort());
});

it('shows every screen of the manifest, light and dark, on a desktop and a phone, and no other', () => {
  const there = readdirSync(FOLDER).filter((file) => file.endsWith('.webp'));
  expect(there.sort(), HOW).toEqual(SCREENS.flatMap(pictures).map(({ file }) => file).sort());
});

it('keeps pictures small', () => {
  const large = readdirSync(FOLDER).filter((file) => statSync(`${FOLDER}/${file}`).size > LARGEST);
  expect(large).toEqual([]);
});
