/** Numbers that somebody typed to go straight to a project or a task: `3`, `#3`, `3/120`, `#3 120`. */
export function readNumbers(text: string): { first: number; second: number | null } | null {
  const [, first, second] = /^#?(\d{1,9})(?:\s*[/\s#]\s*#?(\d{1,9}))?$/.exec(text.trim()) ?? [];
  return first ? { first: Number(first), second: second ? Number(second) : null } : null;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** Whether every word typed begins a word of the label; accents and capitals aside. */
export function fits(label: string, typed: string): boolean {
  const words = plain(label).split(/[\s·:/-]+/);
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
