import { persistently } from '../shared/ui/part';

/** Why there is no sound: each has a text of its own that says what to do. */
export type MicrophoneFault = 'insecure' | 'refused-by-person' | 'none' | 'in-use' | 'gone';

export interface Microphone {
  /** Frames of 16 kHz, each in a buffer of its own; 'end' behind the last. */
  sound: MessagePort;
  run(): void;
  pause(): void;
  resume(): void;
  end(): void;
  close(): void;
}

export interface MicrophoneWatcher {
  interrupted(interrupted: boolean): void;
  ended(): void;
}

/** @throws MicrophoneFault, or Problem of kind 'not-loaded' when the worklet does not arrive */
export async function openMicrophone(
  deviceId: string | undefined,
  workletUrl: string,
  watcher: MicrophoneWatcher,
): Promise<Microphone> {
  if (!window.isSecureContext || !navigator.mediaDevices) {
    throw fault('insecure');
  }
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
        channelCount: 1,
        autoGainControl: true,
        // Made for calls: they take the person who sits further away for noise.
        echoCancellation: false,
        noiseSuppression: false,
      },
    });
  } catch (e) {
    throw fault(e instanceof DOMException ? (FAULTS[e.name] ?? 'none') : 'none');
  }
  const track = stream.getAudioTracks()[0]!;
  track.onmute = () => watcher.interrupted(true);
  track.onunmute = () => watcher.interrupted(false);
  track.onended = () => watcher.ended();
  // The microphone's own rate: Firefox refuses another one. The worklet makes 16 kHz of it.
  const context = new AudioContext();
  context.onstatechange = () => {
    if ((context.state as string) === 'interrupted') {
      watcher.interrupted(true);
      void context.resume();
    }
  };
  try {
    await persistently(() => context.audioWorklet.addModule(workletUrl));
  } catch (e) {
    track.stop();
    void context.close();
    throw e;
  }
  const node = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0, channelCount: 1 });
  const { port1, port2 } = new MessageChannel();
  return {
    sound: port2,
    run() {
      node.port.postMessage(port1, [port1]);
      context.createMediaStreamSource(stream).connect(node);
      void context.resume();
    },
    pause: () => node.port.postMessage('pause'),
    resume: () => node.port.postMessage('resume'),
    end() {
      node.port.postMessage('end');
      track.stop();
    },
    close() {
      track.stop();
      if (context.state !== 'closed') {
        void context.close();
      }
    },
  };
}

const FAULTS: Record<string, MicrophoneFault> = {
  NotAllowedError: 'refused-by-person',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

/** Not an Error: it is a word that the page has a sentence for. */
function fault(kind: MicrophoneFault): MicrophoneFault {
  return kind;
}

/** The microphones that the browser shows; their names only once one was allowed. */
export async function microphones(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices?.enumerateDevices();
  return (devices ?? []).filter((d) => d.kind === 'audioinput');
}
