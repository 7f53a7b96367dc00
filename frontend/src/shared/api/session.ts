/**
 * Whether somebody is logged in. A request that was answered 401 waits here until somebody is again, and is sent once
 * more: a session that ends loses nothing of what was being done.
 */
type Listener = () => void;

let ended = false;
let goOn: Listener[] = [];
const listeners = new Set<Listener>();

function tell(): void {
  listeners.forEach((listener) => listener());
}

export const session = {
  hasEnded: () => ended,
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Ends the session here; what it gives is kept until somebody logged in again. */
  renewed(): Promise<void> {
    ended = true;
    tell();
    return new Promise((renewed) => goOn.push(renewed));
  },
  begun(): void {
    ended = false;
    const waiting = goOn;
    goOn = [];
    waiting.forEach((renewed) => renewed());
    tell();
  },
};
