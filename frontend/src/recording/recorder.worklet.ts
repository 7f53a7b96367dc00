import { Framer } from './frames';
import { Resampler } from './Resampler';

// What an AudioWorkletGlobalScope has; TypeScript's DOM library does not know it.
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/**
 * Turns the microphone's sound into frames, off the main thread. The first message brings the port to the worker that
 * keeps them, so that a page that is busy or hidden loses nothing; later ones are 'pause', 'resume' and 'end'.
 */
class RecorderProcessor extends AudioWorkletProcessor {
  private readonly resampler = new Resampler(sampleRate);
  private readonly framer = new Framer();
  private sink: MessagePort | undefined;
  private state: 'running' | 'paused' | 'ended' = 'running';

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort | 'pause' | 'resume' | 'end'>) => {
      if (data === 'pause') {
        this.state = 'paused';
      } else if (data === 'resume') {
        this.state = 'running';
      } else if (data === 'end') {
        this.state = 'ended';
        this.send(this.framer.rest());
        this.sink?.postMessage('end');
      } else {
        this.sink = data;
      }
    };
  }

  process([input]: Float32Array[][]): boolean {
    const samples = input?.[0];
    if (this.state === 'running' && samples) {
      this.send(this.framer.push(this.resampler.push(samples)));
    }
    return this.state !== 'ended';
  }

  private send(frames: Int16Array<ArrayBuffer>[]): void {
    for (const frame of frames) {
      this.sink?.postMessage(frame.buffer, [frame.buffer]);
    }
  }
}

registerProcessor('recorder', RecorderProcessor);
