const STEPS = 200;

/** What one act did to a note: it lies between these two of its versions. */
export interface Step {
  from: number;
  to: number;
}

/**
 * What was typed and not saved yet, and what can be taken back, by note. It lives as long as the tab: it outlasts a
 * reload, a crash of the page and the session's end, and no clinical text stays behind on a machine that others use.
 */
export function journalOf(note: string) {
  const typedKey = `typed:${note}`;
  const stepsKey = `steps:${note}`;
  return {
    typed: (): { statement: string; text: string } | undefined => read(typedKey),
    type: (statement: string, text: string) => write(typedKey, { statement, text }),
    typedIsSaved: () => sessionStorage.removeItem(typedKey),
    steps: (): Step[] => read(stepsKey) ?? [],
    keepSteps: (steps: readonly Step[]) => write(stepsKey, steps.slice(-STEPS)),
  };
}

export type Journal = ReturnType<typeof journalOf>;

function read<T>(key: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full: what is on the screen goes on without a journal.
  }
}
