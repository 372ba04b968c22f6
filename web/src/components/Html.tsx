import { useMemo, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import classes from './Markdown.module.css';

/**
 * A text of people as the server made it HTML: safe to show as it is. Its headings go one level down, links to elsewhere
 * open beside the page, links to here (say, of a mention) without loading it anew.
 */
export function Html({ html }: { html: string }) {
  const navigate = useNavigate();
  const shown = useMemo(
    () =>
      html
        .replaceAll(/<a (?=[^>]*href="https?:)/g, '<a target="_blank" ')
        .replace(/<(\/?)h([1-5])\b/g, (_tag, end: string, level: string) => `<${end}h${Number(level) + 1}`),
    [html],
  );
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(link.pathname + link.search + link.hash);
  };
  return <div className={classes.text} dir="auto" onClick={follow} dangerouslySetInnerHTML={{ __html: shown }} />;
}
