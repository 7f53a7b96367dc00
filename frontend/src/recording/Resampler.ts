/**
 * Makes 16 kHz of whatever rate the microphone has, in pieces, without clicks between them: a polyphase
 * low-pass filter (windowed sinc, 16 crossings a side), so that nothing above 8 kHz is folded into speech.
 */
export const RATE = 16_000;
const CROSSINGS = 16;
/** Of the narrower band, so that the filter has room to fall. */
const PASS = 0.92;

export class Resampler {
  private readonly up: number;
  private readonly down: number;
  private readonly phases: Float32Array[];
  private readonly taps: number;
  private buffer: Float32Array<ArrayBufferLike>;
  /** Where the next sample of output lies, in steps of 1/up of an input sample from the buffer's begin. */
  private place = 0;

  /** @param inputRate in Hz, a whole number */
  constructor(inputRate: number) {
    const divisor = gcd(inputRate, RATE);
    this.up = RATE / divisor;
    this.down = inputRate / divisor;
    const cutoff = PASS * Math.min(1, RATE / inputRate);
    const half = Math.ceil(CROSSINGS / cutoff);
    this.taps = 2 * half;
    this.phases = Array.from({ length: this.up }, (_, phase) =>
      filter(this.taps, half - 1 + phase / this.up, cutoff),
    );
    this.buffer = new Float32Array(half - 1);
  }

  push(input: Float32Array): Float32Array {
    const joined = new Float32Array(this.buffer.length + input.length);
    joined.set(this.buffer);
    joined.set(input, this.buffer.length);
    const output: number[] = [];
    for (; Math.floor(this.place / this.up) + this.taps <= joined.length; this.place += this.down) {
      const first = Math.floor(this.place / this.up);
      const weights = this.phases[this.place % this.up]!;
      let sum = 0;
      for (let i = 0; i < this.taps; i++) {
        sum += joined[first + i]! * weights[i]!;
      }
      output.push(sum);
    }
    const used = Math.min(joined.length, Math.floor(this.place / this.up));
    this.buffer = joined.slice(used);
    this.place -= used * this.up;
    return Float32Array.from(output);
  }
}

function filter(taps: number, centre: number, cutoff: number): Float32Array {
  const weights = Float32Array.from({ length: taps }, (_, i) => {
    const x = i - centre;
    const window = 0.5 + 0.5 * Math.cos((2 * Math.PI * x) / taps);
    return window * (x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x));
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / sum);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
