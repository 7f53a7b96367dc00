import { deleteDB, type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { BYTES } from './frames';

/** A recording that this browser holds sound of. The sound is sealed; what is here names no patient. */
export interface Spooled {
  /** The server's id of the recording. */
  id: string;
  encounter: string;
  label: string;
  /** ISO 8601. */
  startedAt: string;
  /** Set when the clinician pressed Finish: only sending is left. */
  finished: boolean;
  /** Frames that are here. */
  frames: number;
}

interface Piece {
  recording: string;
  /** Number of its first frame, from 0. */
  first: number;
  frames: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

interface Schema extends DBSchema {
  recordings: { key: string; value: Spooled };
  pieces: { key: [string, number]; value: Piece };
}

const NAME = 'ambient-gpt-recordings';

/**
 * Sound that the server does not have yet, in IndexedDB, sealed under a key that only the server keeps: whoever copies
 * the browser's profile hears nothing. A piece that was added is on disk before anything is sent.
 */
export class Spool {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(): Promise<Spool> {
    return new Spool(
      await openDB<Schema>(NAME, 1, {
        upgrade(db) {
          db.createObjectStore('recordings', { keyPath: 'id' });
          db.createObjectStore('pieces', { keyPath: ['recording', 'first'] });
        },
      }),
    );
  }

  static async erase(): Promise<void> {
    await deleteDB(NAME);
  }

  async begin(recording: Omit<Spooled, 'frames' | 'finished'>): Promise<void> {
    await this.db.put('recordings', { ...recording, frames: 0, finished: false });
  }

  async recordings(): Promise<Spooled[]> {
    return this.db.getAll('recordings');
  }

  async recording(id: string): Promise<Spooled | undefined> {
    return this.db.get('recordings', id);
  }

  async finish(id: string): Promise<void> {
    const recording = await this.db.get('recordings', id);
    if (recording) {
      await this.db.put('recordings', { ...recording, finished: true });
    }
  }

  /** Adds frames behind those that are there. */
  async add(id: string, key: CryptoKey, frames: Uint8Array<ArrayBuffer>[]): Promise<void> {
    const first = (await this.db.get('recordings', id))?.frames;
    if (first === undefined) {
      throw new Error(`No recording ${id} is in the spool`);
    }
    const plain = new Uint8Array(frames.length * BYTES);
    frames.forEach((frame, i) => plain.set(frame, i * BYTES));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(cipher(iv, id, first), key, plain);
    const change = this.db.transaction(['recordings', 'pieces'], 'readwrite', { durability: 'strict' });
    const recording = (await change.objectStore('recordings').get(id))!;
    await change.objectStore('pieces').put({ recording: id, first, frames: frames.length, iv, sealed });
    await change.objectStore('recordings').put({ ...recording, frames: first + frames.length });
    await change.done;
  }

  /** Gives the frames from number {@code from} on, in order, as they are now. */
  async *frames(id: string, key: CryptoKey, from = 0): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    let next = from;
    for (;;) {
      const piece = await this.pieceWith(id, next);
      if (!piece) {
        return;
      }
      const plain = new Uint8Array(await crypto.subtle.decrypt(cipher(piece.iv, id, piece.first), key, piece.sealed));
      for (; next < piece.first + piece.frames; next++) {
        yield plain.slice((next - piece.first) * BYTES, (next - piece.first + 1) * BYTES);
      }
    }
  }

  private async pieceWith(id: string, frame: number): Promise<Piece | undefined> {
    const cursor = await this.db
      .transaction('pieces')
      .store.openCursor(IDBKeyRange.bound([id, 0], [id, frame]), 'prev');
    const piece = cursor?.value;
    return piece && frame < piece.first + piece.frames ? piece : undefined;
  }

  async remove(id: string): Promise<void> {
    const change = this.db.transaction(['recordings', 'pieces'], 'readwrite');
    await change.objectStore('pieces').delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
    await change.objectStore('recordings').delete(id);
    await change.done;
  }

  close(): void {
    this.db.close();
  }
}

/** A piece cannot be opened as another one, nor as another recording's. */
function cipher(iv: Uint8Array<ArrayBuffer>, recording: string, first: number): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${recording}:${first}`) };
}
