import { useEffect, useMemo, useState } from 'react';
import classes from './Markdown.module.css';

type Reader = (text: string) => string;

/** What reads Markdown, once it has come: pages do not wait for it. */
let reader: Reader | undefined;
let coming: Promise<Reader> | undefined;

function useReader(): Reader | undefined {
  const [come, setCome] = useState(() => reader);
  useEffect(() => {
    if (come) return;
    let left = false;
    coming ??= import('./markdownHtml').then(({ markdownHtml }) => (reader = markdownHtml));
    coming.then(
      (found) => !left && setCome(() => found),
      () => (coming = undefined), // the text stays as it was written
    );
    return () => {
      left = true;
    };
  }, [come]);
  return come;
}

/** Text that people write in Markdown. Its headings go one level down: the first is the page's. */
export function Markdown({ text }: { text: string }) {
  const read = useReader();
  const html = useMemo(() => read?.(text), [read, text]);
  if (html === undefined)
    return (
      <div className={classes.text} dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </div>
    );
  return <div className={classes.text} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
