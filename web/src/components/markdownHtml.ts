import { micromark } from 'micromark';

/** HTML of a text in Markdown: HTML in it is shown as text, and only safe addresses become links. */
export function markdownHtml(text: string): string {
  return (
    micromark(text)
      // Written links open beside the work, not in its place.
      .replaceAll('<a href=', '<a target="_blank" rel="noopener noreferrer" href=')
      .replace(/<(\/?)h([1-5])>/g, (_tag, end: string, level: string) => `<${end}h${Number(level) + 1}>`)
  );
}
