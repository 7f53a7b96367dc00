/** A tenth of a second of sound as it travels and is kept: 16 kHz, mono, signed 16 bit, little endian. */
export const SAMPLES = 1_600;
export const BYTES = 2 * SAMPLES;
export const SECONDS = 0.1;

/** Collects samples of any number into frames. */
export class Framer {
  private readonly samples = new Int16Array(SAMPLES);
  private filled = 0;

  /** @returns the frames that became full, each in a buffer of its own */
  push(samples: Float32Array): Int16Array<ArrayBuffer>[] {
    const full: Int16Array<ArrayBuffer>[] = [];
    for (const sample of samples) {
      this.samples[this.filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
      if (this.filled === SAMPLES) {
        full.push(this.samples.slice());
        this.filled = 0;
      }
    }
    return full;
  }

  /** @returns what is left, with silence behind it, or nothing */
  rest(): Int16Array<ArrayBuffer>[] {
    if (this.filled === 0) {
      return [];
    }
    const last = this.samples.slice().fill(0, this.filled);
    this.filled = 0;
    return [last];
  }
}

/** In dBFS; -100 for nothing at all. */
export function loudness(frame: Int16Array): number {
  const power = frame.reduce((sum, s) => sum + s * s, 0) / frame.length;
  return power === 0 ? -100 : Math.max(-100, 10 * Math.log10(power / 32_767 ** 2));
}
