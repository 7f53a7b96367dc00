import { describe, expect, it } from 'vitest';
import { RATE, Resampler } from './Resampler';

function tone(hertz: number, rate: number, seconds = 1): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
}

function inPieces(input: Float32Array, rate: number, size = 128): Float32Array {
  const resampler = new Resampler(rate);
  const output: number[] = [];
  for (let i = 0; i < input.length; i += size) {
    output.push(...resampler.push(input.subarray(i, i + size)));
  }
  return Float32Array.from(output);
}

/** In decibels of a full tone, without the filter's run-in. */
function level(samples: Float32Array): number {
  const middle = samples.subarray(200, samples.length - 200);
  return 10 * Math.log10((2 * middle.reduce((sum, s) => sum + s * s, 0)) / middle.length + 1e-12);
}

describe.each([8_000, 16_000, 44_100, 48_000, 96_000])('from %d Hz', (rate) => {
  it('keeps the length, to a few milliseconds', () => {
    expect(Math.abs(inPieces(tone(440, rate), rate).length - RATE)).toBeLessThan(RATE * 0.005);
  });

  it('keeps a tone of 1 kHz', () => {
    expect(Math.abs(level(inPieces(tone(1_000, rate), rate)))).toBeLessThan(0.2);
  });

  it('gives the same samples however the sound is cut', () => {
    const input = tone(700, rate, 0.25);
    expect(inPieces(input, rate, 128)).toEqual(inPieces(input, rate, 1_000));
  });
});

it.each([44_100, 48_000, 96_000])('folds nothing of a tone of 9 kHz at %d Hz into speech', (rate) => {
  expect(level(inPieces(tone(9_000, rate), rate))).toBeLessThan(-50);
});
