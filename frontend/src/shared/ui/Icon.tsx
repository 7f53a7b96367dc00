const PATHS = {
  logo: 'M3 9v0M6 6.500v5M9 4v10M12 6.500v5M15 9v0',
  record: 'M9 9m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0',
  pause: 'M6 4v10M12 4v10',
  play: 'M6 4l8 5-8 5z',
  check: 'M4 9.500l3.500 3.500L14 6',
  plus: 'M9 4v10M4 9h10',
  uncertain: 'M9 9m-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M7 7.200c.3-2.600 4-2.300 4 0 0 1.600-2 1.600-2 3M9 12.700v.1',
  unsupported: 'M9 1.800 16.200 9 9 16.200 1.800 9zM9 5.800v4M9 12.200v.1',
  edited: 'M3 15l.8-3.400L12.400 3l2.600 2.600-8.600 8.600z',
  person: 'M9 6m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M3.500 15.500c.6-3 2.800-4.500 5.500-4.500s4.900 1.500 5.500 4.500',
  omitted: 'M9 9m-6.500 0a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0 -13 0M9 6v6M6 9h6',
  shield: 'M9 2l6 2v5c0 3.500-2.600 5.700-6 7-3.400-1.300-6-3.500-6-7V4zM6.300 9l2 2 3.500-3.800',
  lock: 'M5 8h8v7H5zM6.500 8V5.500a2.500 2.500 0 0 1 5 0V8',
  upload: 'M9 12V3M5.500 6.500 9 3l3.500 3.500M3 12v3h12v-3',
  device: 'M3 4h12v8H3zM7 15h4M9 12v3',
  server: 'M3 4h12v4H3zM3 10h12v4H3zM6 6v0M6 12v0',
  cloudOff: 'M5 13.500h7.500a3 3 0 0 0 .8-5.900M4 6.500a3.500 3.500 0 0 0 1 7M2.500 2.500l13 13',
  search: 'M8 8m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M12 12l4 4',
  menu: 'M3 5h12M3 9h12M3 13h12',
  close: 'M4.500 4.500l9 9M13.500 4.500l-9 9',
  paste: 'M6 4H4v12h10V4h-2M6.500 2.500h5v3h-5z',
  flask: 'M7 2.500h4M8 2.500v5L3.500 15h11L10 7.500v-5',
  settings: 'M9 9m-2.500 0a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0 -5 0M9 2v2M9 14v2M2 9h2M14 9h2M4 4l1.500 1.500M12.500 12.500 14 14M4 14l1.500-1.500M12.500 5.500 14 4',
} as const;

export type IconName = keyof typeof PATHS;
const FILLED: ReadonlySet<IconName> = new Set(['record', 'play']);

/** Never alone: a word stands beside it, or the control has a name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill={FILLED.has(name) ? 'currentColor' : 'none'} />
    </svg>
  );
}
