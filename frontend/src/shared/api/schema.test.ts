// @vitest-environment node
import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, it } from 'vitest';

it('has the types of the committed OpenAPI document: else npm run types', async () => {
  const made = COMMENT_HEADER + astToString(await openapiTS(new URL('file://' + process.cwd() + '/../api/openapi.json')));
  expect(readFileSync('src/shared/api/schema.d.ts', 'utf8').replaceAll('\r\n', '\n').trim()).toBe(made.trim());
}, 60_000);
