import { useMemo } from 'react';
import { micromark } from 'micromark';
import classes from './Markdown.module.css';

/** Text that people write in Markdown. HTML in it is shown as text, and only safe addresses become links. */
export function Markdown({ text }: { text: string }) {
  // Written links open beside the work, not in its place.
  const html = useMemo(
    () => micromark(text).replaceAll('<a href=', '<a target="_blank" rel="noopener noreferrer" href='),
    [text],
  );
  return <div className={classes.text} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
