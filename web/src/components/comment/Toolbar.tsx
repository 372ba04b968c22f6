import { IconBlockquote, IconBold, IconItalic, IconLink, IconList, IconPhoto } from '@tabler/icons-react';
import { useRef } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import classes from './CommentEditor.module.css';
import { link, prefixLines, wrap, type Edit } from './edits';
import { PICTURE_TYPES } from './uploadPicture';

const messages = defineMessages({
  tools: { id: 'comment.tools', defaultMessage: 'Formatting' },
  bold: { id: 'comment.bold', defaultMessage: 'Bold' },
  italic: { id: 'comment.italic', defaultMessage: 'Italic' },
  link: { id: 'comment.link', defaultMessage: 'Link' },
  list: { id: 'comment.list', defaultMessage: 'List' },
  quote: { id: 'comment.quote', defaultMessage: 'Quote' },
  picture: { id: 'comment.picture', defaultMessage: 'Add a picture' },
});

type Make = (text: string, from: number, to: number) => Edit;

/** What each tool does to the selection; bold, italic and link also answer to Ctrl (or ⌘) with `key`. */
export const TOOLS: readonly { name: keyof typeof messages; icon: typeof IconBold; key?: string; make: Make }[] = [
  { name: 'bold', icon: IconBold, key: 'b', make: (text, from, to) => wrap(text, from, to, '**') },
  { name: 'italic', icon: IconItalic, key: 'i', make: (text, from, to) => wrap(text, from, to, '_') },
  { name: 'link', icon: IconLink, key: 'k', make: link },
  { name: 'list', icon: IconList, make: (text, from, to) => prefixLines(text, from, to, '- ') },
  { name: 'quote', icon: IconBlockquote, make: (text, from, to) => prefixLines(text, from, to, '> ') },
];

/** The row of small buttons over the field: one tab stop, arrows go from tool to tool. */
export function Toolbar({ onTool, onPictures }: { onTool: (make: Make) => void; onPictures: (files: File[]) => void }) {
  const intl = useIntl();
  const bar = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const move = (event: React.KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !bar.current) return;
    const buttons = [...bar.current.querySelectorAll('button')];
    const way = getComputedStyle(bar.current).direction === 'rtl' ? -step : step;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + way + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={intl.formatMessage(messages.tools)}
      className={classes.tools}
      onKeyDown={move}
    >
      {TOOLS.map(({ name, icon: Icon, make }, index) => (
        <button
          key={name}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={intl.formatMessage(messages[name])}
          title={intl.formatMessage(messages[name])}
          onClick={() => onTool(make)}
        >
          <Icon size={18} aria-hidden />
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        aria-label={intl.formatMessage(messages.picture)}
        title={intl.formatMessage(messages.picture)}
        onClick={() => input.current?.click()}
      >
        <IconPhoto size={18} aria-hidden />
      </button>
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES.join()}
        multiple
        hidden
        onChange={(event) => {
          onPictures([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
