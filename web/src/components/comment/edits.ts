/** A change of a text field: what stands between `from` and `to` becomes `insert`, then `select` is selected. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  select: readonly [from: number, to: number];
}

/** Puts marks (such as ** for bold) round the selection, or takes them away where they are already. */
export function wrap(text: string, from: number, to: number, mark: string): Edit {
  const chosen = text.slice(from, to);
  const size = mark.length;
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark) {
    return { from: from - size, to: to + size, insert: chosen, select: [from - size, to - size] };
  }
  return { from, to, insert: mark + chosen + mark, select: [from + size, to + size] };
}

/** Begins each selected line with a mark (such as "- "), or takes it away where all lines have it. */
export function prefixLines(text: string, from: number, to: number, mark: string): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const marked = lines.every((line) => line.startsWith(mark));
  const insert = lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join('\n');
  const at = start + insert.length;
  return { from: start, to: end, insert, select: [at, at] };
}

/** Makes the selection the words of a link (or the name of a picture) and leaves its address to be written. */
export function link(text: string, from: number, to: number): Edit {
  const words = text.slice(from, to);
  const address = from + words.length + 3;
  const start = 'https://';
  return {
    from,
    to,
    insert: `[${words}](${start})`,
    select: words ? [address, address + start.length] : [from + 1, from + 1],
  };
}

/** Puts in a piece of text and goes on behind it. */
export const insertion = (from: number, to: number, insert: string): Edit => ({
  from,
  to,
  insert,
  select: [from + insert.length, from + insert.length],
});

/** A mention being written: where its @ stands, and what was typed of the name. */
export interface OpenMention {
  from: number;
  search: string;
}

/** The mention that the caret stands in; an e-mail address or the rest of a link is none. */
export function mentionAt(text: string, caret: number): OpenMention | null {
  const found = /(?<![\p{L}\p{N}_@/.])@(?:\[([^\]\n]{0,60})|([\p{L}\p{N}_.-]{0,60}))$/u.exec(text.slice(0, caret));
  return found ? { from: found.index, search: (found[1] ?? found[2] ?? '').trim() } : null;
}
