import { useMemo } from 'react';
import { micromark } from 'micromark';
import classes from './Markdown.module.css';

/**
 * Text that people write in Markdown. HTML in it is shown as text, and only safe addresses become links. Its headings
 * go one level down: the first is the page's.
 */
export function Markdown({ text }: { text: string }) {
  // Written links open beside the work, not in its place.
  const html = useMemo(
    () =>
      micromark(text)
        .replaceAll('<a href=', '<a target="_blank" rel="noopener noreferrer" href=')
        .replace(/<(\/?)h([1-5])>/g, (_tag, end: string, level: string) => `<${end}h${Number(level) + 1}>`),
    [text],
  );
  return <div className={classes.text} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
