/** A section of a template as its text has it. */
export interface Section {
  title: string;
  /** Which kinds of content belong in it, as they are written. */
  holds: string;
  /** What a language model is told of it. */
  instruction: string;
}

/** A key of a section: the lines that it takes, and what they say. */
interface Entry {
  from: number;
  to: number;
  value: string;
}

interface Item {
  from: number;
  to: number;
  /** Column of its keys. */
  column: number;
  entries: Readonly<Record<string, Entry>>;
}

interface Text {
  lines: readonly string[];
  items: readonly Item[];
}

const WIDTH = 118;
const indentOf = (line: string) => line.length - line.trimStart().length;
const isBlank = (line: string) => line.trim() === '';
const isComment = (line: string) => line.trimStart().startsWith('#');

/**
 * The sections of a template in the form that templates are written in: a list of blocks. Undefined when the text has
 * another form, or none yet: then only who reads it whole, the api, can tell.
 */
export function sectionsOf(source: string): readonly Section[] | undefined {
  return read(source)?.items.map(({ entries: { title, holds, instruction } }) => ({
    title: title?.value ?? '',
    holds: holds?.value ?? '',
    instruction: instruction?.value ?? '',
  }));
}

/** The text with a section that has moved by one; all else in it stays as it was typed. */
export function moved(source: string, at: number, by: -1 | 1): string {
  const { lines, items } = read(source)!;
  const [first, second] = [items[Math.min(at, at + by)]!, items[Math.max(at, at + by)]!];
  return [
    ...lines.slice(0, first.from),
    ...lines.slice(second.from, second.to),
    ...lines.slice(first.to, second.from),
    ...lines.slice(first.from, first.to),
    ...lines.slice(second.to),
  ].join('\n');
}

export function without(source: string, at: number): string {
  const { lines, items } = read(source)!;
  return lines.filter((_, i) => i < items[at]!.from || i >= items[at]!.to).join('\n');
}

/** The text with one more section at the end. */
export function withSection(source: string, title: string): string {
  const { lines, items } = read(source)!;
  const last = items.at(-1)!;
  const dash = `${' '.repeat(indentOf(lines[last.from]!))}-`.padEnd(last.column);
  return [...lines.slice(0, last.to), `${dash}title: ${oneLine(title)}`, ...lines.slice(last.to)].join('\n');
}

/** The text with another title or instruction in one of its sections; an empty instruction is none. */
export function changed(source: string, at: number, key: 'title' | 'instruction', value: string): string {
  const { lines, items } = read(source)!;
  const { from, to, column, entries } = items[at]!;
  const entry = entries[key] ?? { from: to, to, value: '' };
  const head = entry.from === from ? lines[from]!.slice(0, column) : ' '.repeat(column);
  const body = written(key, value.trim(), column);
  const put = body.length === 0 && entry.from === from ? [`${key}: ""`] : body;
  return [...lines.slice(0, entry.from), ...put.map((line, i) => (i === 0 ? head + line : line)), ...lines.slice(entry.to)].join('\n');
}

function written(key: string, value: string, column: number): readonly string[] {
  if (key === 'title') {
    return [`title: ${oneLine(value)}`];
  }
  const pad = ' '.repeat(column + 2);
  if (value === '') {
    return [];
  }
  return value.includes('\n')
    ? [`${key}: |-`, ...value.split('\n').map((line) => (isBlank(line) ? '' : pad + line))]
    : [`${key}: >-`, ...folded(value, WIDTH - pad.length).map((line) => pad + line)];
}

/** Words that YAML may take for no text, and marks that it reads, stand in quotes. */
const oneLine = (text: string) =>
  /^\p{L}[\p{L}\p{N} ,()/&'’.–-]*$/u.test(text) && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);

/** Broken where one space stands between two words: YAML puts one there again. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function read(source: string): Text | undefined {
  const lines = source.split(/\r?\n/);
  const begin = lines.findIndex((line) => /^sections:\s*(#.*)?$/.test(line)) + 1;
  const after = lines.slice(begin);
  const end = begin + (after.findIndex((line) => /^[^\s#-]/.test(line)) + 1 || after.length + 1) - 1;
  const first = lines.findIndex((line, i) => i >= begin && !isBlank(line) && !isComment(line));
  if (begin === 0 || first < 0 || first >= end || lines.slice(begin, end).some((line) => /^ *\t/.test(line))) {
    return undefined;
  }
  const indent = indentOf(lines[first]!);
  const starts = lines.flatMap((line, i) => (i >= first && i < end && indentOf(line) === indent && /^ *- +\S/.test(line) ? [i] : []));
  const items = starts.map((from, n) => itemAt(lines, from, starts[n + 1] ?? end));
  return starts[0] === first && items.every((item) => item !== undefined) ? { lines, items } : undefined;
}

function itemAt(lines: readonly string[], from: number, limit: number): Item | undefined {
  const column = /^ *- +/.exec(lines[from]!)![0].length;
  let to = limit;
  // What stands between two sections stays there when they move.
  while (isBlank(lines[to - 1]!) || (isComment(lines[to - 1]!) && indentOf(lines[to - 1]!) < column)) {
    to--;
  }
  const keyAt = (i: number) => (i === from || indentOf(lines[i]!) === column ? /^(title|holds|instruction):(?= |$)/.exec(lines[i]!.slice(column))?.[1] : undefined);
  const goesOn = (line: string) => indentOf(line) > column || isBlank(line) || isComment(line) || (indentOf(line) === column && /^ *- /.test(line));
  const starts = Array.from({ length: to - from }, (_, i) => from + i).filter((i) => i === from || !goesOn(lines[i]!));
  const entries: Record<string, Entry> = {};
  for (const [n, start] of starts.entries()) {
    const key = keyAt(start);
    const stop = starts[n + 1] ?? to;
    const rest = key && [lines[start]!.slice(column + key.length + 1).trim(), ...lines.slice(start + 1, stop)];
    const value = rest && (key === 'holds' ? wordsOf(rest) : scalar(rest));
    if (key === undefined || value === undefined || entries[key]) {
      return undefined;
    }
    entries[key] = { from: start, to: stop, value };
  }
  return { from, to, column, entries };
}

const wordsOf = (lines: readonly string[]) => lines.filter((line) => !isComment(line)).join(' ').match(/[a-z][a-z-]*/g)?.join(', ') ?? '';

/** What a text says in one of YAML's ways of writing one; undefined for a way that nobody takes here. */
function scalar([first = '', ...more]: readonly string[]): string | undefined {
  const block = /^([|>])[-+]?$/.exec(first)?.[1];
  if (block) {
    return blockOf(more, block === '>');
  }
  const next = more.filter((line) => !isComment(line)).map((line) => line.trim());
  const one = [first, ...next].join('\n').trim();
  if (/^"/.test(one)) {
    return quoted(one);
  }
  const single = /^'((?:[^'\n]|'')*)'$/.exec(one);
  if (single) {
    return single[1]!.replaceAll("''", "'").trim();
  }
  return /^[&*!|>%@`'#[\]{},]|^[-?:](\s|$)|\s#|:(\s|$)/.test(one) ? undefined : joined(one.split('\n'));
}

function quoted(text: string): string | undefined {
  try {
    return (JSON.parse(text) as string).trim();
  } catch {
    return undefined;
  }
}

function blockOf(lines: readonly string[], fold: boolean): string | undefined {
  const indent = indentOf(lines.find((line) => !isBlank(line)) ?? '');
  const body = lines.map((line) => line.slice(indent).trimEnd());
  const uneven = lines.some((line) => !isBlank(line) && (indentOf(line) < indent || (fold && indentOf(line) > indent)));
  return uneven ? undefined : fold ? joined(body) : body.join('\n').trim();
}

/** One end of a line is a space, of two one stays. */
const joined = (lines: readonly string[]) => lines.join('\n').trim().replace(/\n+/g, (ends) => (ends.length === 1 ? ' ' : ends.slice(1)));
