/** Small things this browser remembers; nothing of a visit. */
function preference(name: string) {
  return {
    get: (): string | null => localStorage.getItem(name),
    set: (value: string): void => (value === '' ? localStorage.removeItem(name) : localStorage.setItem(name, value)),
  };
}

export const preferences = {
  language: preference('language'),
  microphone: preference('microphone'),
  template: preference('template'),
  length: preference('length'),
};
