import { type CST, isMap, isScalar, isSeq, type Node, parseDocument, Scalar, stringify, type YAMLMap } from 'yaml';

/** A section of a template as its text has it. */
export interface Section {
  title: string;
  /** Which kinds of content belong in it, as they are written. */
  holds: string;
  /** What a language model is told of it. */
  instruction: string;
}

/** Where a section stands in the text: from its dash to the end of its last line. */
interface Item {
  from: number;
  to: number;
  map: YAMLMap<Scalar<string>, Node>;
}

const WIDTH = 118;
const KEYS: readonly unknown[] = ['title', 'holds', 'instruction'];
/** Words such as "no" stand in quotes, for whoever reads the text by the older rules. */
const WRITING = { version: '1.1' } as const;

/**
 * The sections of a template in the form that templates are written in: a list of blocks. Undefined when the text has
 * another form, or none yet: then only who reads it whole, the api, can tell.
 */
export function sectionsOf(source: string): readonly Section[] | undefined {
  return itemsOf(source)?.map(({ map }) => ({ title: said(map, 'title'), holds: said(map, 'holds'), instruction: said(map, 'instruction') }));
}

/** The text with a section that has moved by one; all else in it stays as it was typed. */
export function moved(source: string, at: number, by: -1 | 1): string {
  const items = itemsOf(source)!;
  const [first, second] = [items[Math.min(at, at + by)]!, items[Math.max(at, at + by)]!];
  return [
    source.slice(0, first.from),
    source.slice(second.from, second.to),
    source.slice(first.to, second.from),
    source.slice(first.from, first.to),
    source.slice(second.to),
  ].join('');
}

export function without(source: string, at: number): string {
  const { from, to } = itemsOf(source)![at]!;
  return source.slice(0, lineAt(source, from)) + source.slice(to + 1);
}

/** The text with one more section at the end. */
export function withSection(source: string, title: string): string {
  const { from, to } = itemsOf(source)!.at(-1)!;
  return put(source, to, to, `\n${' '.repeat(from - lineAt(source, from))}- title: ${oneLine(title)}`);
}

/** The text with another title or instruction in one of its sections; an empty instruction is none. */
export function changed(source: string, at: number, key: 'title' | 'instruction', value: string): string {
  const { map, to } = itemsOf(source)![at]!;
  const column = columnOf(source, map.items[0]!.key.range![0]);
  const text = written(key, value.trim(), column);
  const entry = map.items.find((pair) => pair.key.value === key);
  if (!entry) {
    return text === undefined ? source : put(source, to, to, `\n${' '.repeat(column)}${key}: ${text}`);
  }
  const begin = entry.key.range![0];
  const end = endOf(source, entry.value ?? entry.key);
  if (text === undefined && entry !== map.items[0]) {
    return source.slice(0, lineAt(source, begin)) + source.slice(lineEnd(source, end) + 1);
  }
  const [head, ...body] = (text ?? '""').split('\n');
  const start = entry.value!.range![0];
  // A remark stands behind the first line of a block, and behind the last one of anything else.
  const remark = /^[|>]/.test(source.slice(start)) ? (/\s+#.*/.exec(source.slice(start, lineEnd(source, start)))?.[0] ?? '') : source.slice(end, lineEnd(source, end));
  const space = /\s/.test(source[start - 1]!) ? '' : ' ';
  return put(source, start, lineEnd(source, end), [`${space}${head}${remark}`, ...body].join('\n'));
}

/** What a key is given; undefined for nothing. */
function written(key: 'title' | 'instruction', value: string, column: number): string | undefined {
  if (key === 'title' || value === '') {
    return key === 'title' ? oneLine(value) : undefined;
  }
  const block = new Scalar(value);
  block.type = value.includes('\n') ? Scalar.BLOCK_LITERAL : Scalar.BLOCK_FOLDED;
  return stringify({ [key]: block }, { ...WRITING, lineWidth: WIDTH - column })
    .trimEnd()
    .slice(`${key}: `.length)
    .replace(/\n(?=.)/g, `\n${' '.repeat(column)}`);
}

const oneLine = (text: string) => stringify(text, { ...WRITING, lineWidth: 0 }).trimEnd();
const put = (source: string, from: number, to: number, text: string) => source.slice(0, from) + text + source.slice(to);
const lineAt = (source: string, at: number) => source.lastIndexOf('\n', at - 1) + 1;
const columnOf = (source: string, at: number) => at - lineAt(source, at);
const lineEnd = (source: string, at: number) => (source.indexOf('\n', at) + 1 || source.length + 1) - 1;
/** Where what it says ends: blank lines behind it are not its own. */
const endOf = (source: string, node: Node) => source.slice(0, node.range![1]).trimEnd().length;

function itemsOf(source: string): readonly Item[] | undefined {
  const document = parseDocument(source, { keepSourceTokens: true });
  const list = document.errors.length === 0 && isMap(document.contents) && document.contents.get('sections', true);
  if (!isSeq(list) || list.flow || list.items.length === 0) {
    return undefined;
  }
  const dashes = (list.srcToken as CST.BlockSequence).items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
  const items = list.items.flatMap((map, at) => (isSection(map) ? [{ map, from: dashes[at]!, to: lineEnd(source, endOf(source, map.items.at(-1)!.value!)) }] : []));
  return items.length === list.items.length ? items : undefined;
}

/** A block of the keys that a section may have, each of which says something. */
function isSection(node: unknown): node is YAMLMap<Scalar<string>, Node> {
  return (
    isMap(node) &&
    !node.flow &&
    node.items.every(({ key, value }) => isScalar(key) && KEYS.includes(key.value) && (isScalar(value) || (key.value === 'holds' && isSeq(value) && value.items.every(isScalar))))
  );
}

function said(map: Item['map'], key: keyof Section): string {
  const value = map.get(key, true) as Node | undefined;
  return isSeq(value) ? value.items.map(wordsOf).join(', ') : wordsOf(value);
}

const wordsOf = (node: unknown) => (isScalar(node) ? String(typeof node.value === 'string' ? node.value : (node.source ?? '')).trim() : '');
