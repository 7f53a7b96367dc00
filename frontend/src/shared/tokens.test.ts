import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/shared/tokens.css', 'utf8');

function tokens(selector: string): Map<string, string> {
  const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!;
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const pairs: [front: string, back: string, least: number][] = [
  ...['bg', 'surface', 'sunken'].flatMap((back): [string, string, number][] => [
    ['text', back, TEXT],
    ['muted', back, TEXT],
    ['accent', back, TEXT],
    ['focus', back, SHAPE],
  ]),
  ['on-accent', 'accent', TEXT],
  ['accent', 'accent-soft', TEXT],
  ['lit-text', 'lit', TEXT],
  ['lit-edge', 'lit', SHAPE],
  ['warn', 'warn-soft', TEXT],
  ['text', 'warn-soft', TEXT],
  ['danger', 'danger-soft', TEXT],
  ['text', 'danger-soft', TEXT],
  ['edit', 'edit-soft', TEXT],
  ['edit', 'surface', TEXT],
  ['warn', 'surface', TEXT],
  ['danger', 'surface', TEXT],
  ['ok', 'surface', TEXT],
  ['ok', 'sunken', TEXT],
  ['recording', 'surface', TEXT],
  ['patient', 'surface', TEXT],
  ['control', 'surface', SHAPE],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('in the %s theme', (_, selector) => {
  const colours = tokens(selector);

  it.each(pairs)('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(colours.get(front)!, colours.get(back)!)).toBeGreaterThanOrEqual(least);
  });
});
