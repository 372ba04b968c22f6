import { Tabs, Textarea } from '@mantine/core';
import '@mantine/core/styles/Tabs.layer.css';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { FormattedMessage, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { Markdown } from '../Markdown';
import classes from './CommentEditor.module.css';
import { insertion, mentionAt, type Edit, type OpenMention } from './edits';
import { MentionList, usePeopleToMention } from './MentionList';
import { Toolbar, TOOLS } from './Toolbar';
import { isPicture, PICTURE_TYPES, uploadPicture } from './uploadPicture';

const messages: Record<'write' | 'preview' | 'uploading' | 'wrong' | 'failed', MessageDescriptor> = defineMessages({
  write: { id: 'comment.write', defaultMessage: 'Write' },
  preview: { id: 'comment.preview', defaultMessage: 'Preview' },
  uploading: { id: 'comment.uploading', defaultMessage: 'Adding {name}…' },
  wrong: {
    id: 'comment.wrongPicture',
    defaultMessage: '{name} was not added. Pictures are PNG, JPEG, WebP or GIF, and at most 1 MB.',
  },
  failed: {
    id: 'comment.uploadFailed',
    defaultMessage: '{name} was not added. Check your connection, then try again.',
  },
});

export type CommentEditorProps = {
  /** Markdown. Where it is kept is the caller's: see useDraftText. */
  value: string;
  onChange: (value: string) => void;
  /** Ctrl (or ⌘) with Enter. The button itself comes in `actions`. */
  onSubmit?: () => void;
  label: string;
  /** The label is only for screen readers: a heading says the same. */
  labelHidden?: boolean;
  /** Number of the project: its people come first where somebody is mentioned. */
  projectId?: string;
  minRows?: number;
  /** Each time this changes to something, the field is focused, at the end of its text; also if it comes only later. */
  focusOn?: number;
  maxLength?: number;
  placeholder?: string;
  /** What is wrong, under the field. */
  error?: ReactNode;
  /** At the end of the foot. */
  actions?: ReactNode;
};

/**
 * Writes Markdown: tools, a preview, pictures that are chosen, pasted or dropped, and people named with @. Its own chunk:
 * use CommentField, which fetches it.
 */
export default function CommentEditor(props: CommentEditorProps) {
  const { value, onChange, onSubmit, label, labelHidden, projectId, minRows = 3, focusOn, maxLength = 5000 } = props;
  const intl = useIntl();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [tab, setTab] = useState<string | null>('write');
  const [mention, setMention] = useState<OpenMention | null>(null);
  const [active, setActive] = useState(0);
  const [status, setStatus] = useState<{ failed: boolean; text: string } | null>(null);
  const [over, setOver] = useState(false);
  const people = usePeopleToMention(mention?.search ?? null, projectId);
  const chosen = Math.min(active, people.length - 1);
  const open = people.length > 0;

  useEffect(() => {
    const area = field.current;
    if (!focusOn || !area) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, [focusOn]);

  /** As if it were typed: the browser's own undo takes it back. */
  const apply = ({ from, to, insert, select }: Edit) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(from, to);
    const typed = insert ? document.execCommand('insertText', false, insert) : document.execCommand('delete');
    // At once where that is possible: what is typed before the next frame must not come behind it.
    if (typed) return area.setSelectionRange(...select);
    onChange(area.value.slice(0, from) + insert + area.value.slice(to));
    requestAnimationFrame(() => area.setSelectionRange(...select));
  };
  const pick = (username: string) => {
    if (mention && field.current) {
      apply(insertion(mention.from, field.current.selectionEnd, `@[${username}] `));
    }
    setMention(null);
  };
  const follow = () => {
    const area = field.current;
    const next = area && area.selectionStart === area.selectionEnd ? mentionAt(area.value, area.selectionEnd) : null;
    if (next?.from !== mention?.from || next?.search !== mention?.search) {
      setMention(next);
      setActive(0);
    }
  };

  const add = async (files: readonly File[]) => {
    for (const file of files) {
      const say = (message: MessageDescriptor, failed: boolean) =>
        setStatus({ failed, text: intl.formatMessage(message, { name: file.name }) });
      if (!isPicture(file)) {
        say(messages.wrong, true);
        continue;
      }
      say(messages.uploading, false);
      try {
        const address = await uploadPicture(file);
        const at = field.current?.selectionEnd ?? value.length;
        apply(insertion(at, at, `![${file.name.replace(/\.\w+$/, '').replace(/[[\]]/g, '')}](${address})\n`));
        setStatus(null);
      } catch {
        say(messages.failed, true);
      }
    }
  };
  const pasted = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files].filter(({ type }) => PICTURE_TYPES.includes(type));
    if (files.length === 0) return;
    event.preventDefault();
    void add(files);
  };
  const dropped = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void add([...event.dataTransfer.files]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const handled = () => {
      if (event.nativeEvent.isComposing) return false;
      if (open) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) {
          setActive((chosen + step + people.length) % people.length);
          return true;
        }
        const person = people[chosen];
        if ((event.key === 'Enter' || event.key === 'Tab') && person) {
          pick(person.username);
          return true;
        }
        if (event.key === 'Escape') {
          setMention(null);
          return true;
        }
      }
      if (!event.ctrlKey && !event.metaKey) return false;
      if (event.key === 'Enter' && onSubmit) {
        onSubmit();
        return true;
      }
      const tool = TOOLS.find(({ key }) => key && key === event.key.toLowerCase());
      if (tool && !event.altKey && !event.shiftKey) {
        run(tool.make);
        return true;
      }
      return false;
    };
    if (!handled()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const run = (make: (typeof TOOLS)[number]['make']) => {
    const area = field.current;
    if (area) apply(make(area.value, area.selectionStart, area.selectionEnd));
  };

  return (
    <div className={classes.editor}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : classes.label}>
        {label}
      </label>
      <Tabs
        value={tab}
        onChange={setTab}
        className={classes.frame}
        data-over={over || undefined}
        data-error={Boolean(props.error) || undefined}
        classNames={{ list: classes.tabs, tab: classes.tab }}
      >
        <div className={classes.bar}>
          <Tabs.List>
            <Tabs.Tab value="write">{intl.formatMessage(messages.write)}</Tabs.Tab>
            <Tabs.Tab value="preview">{intl.formatMessage(messages.preview)}</Tabs.Tab>
          </Tabs.List>
          {tab === 'write' && <Toolbar onTool={run} onPictures={(files) => void add(files)} />}
        </div>
        <Tabs.Panel value="write" className={classes.write}>
          <Textarea
            ref={field}
            id={id}
            value={value}
            variant="unstyled"
            autosize
            minRows={minRows}
            maxRows={16}
            maxLength={maxLength}
            placeholder={props.placeholder}
            dir="auto"
            classNames={{ input: classes.field }}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={open ? `${id}-people` : undefined}
            aria-activedescendant={open ? `${id}-people-${chosen}` : undefined}
            aria-invalid={Boolean(props.error) || undefined}
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              follow();
            }}
            onSelect={follow}
            onBlur={() => setMention(null)}
            onKeyDown={onKeyDown}
            onPaste={pasted}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes('Files')) return;
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={dropped}
          />
          {open && <MentionList id={`${id}-people`} people={people} active={chosen} onPick={pick} />}
        </Tabs.Panel>
        <Tabs.Panel value="preview" className={classes.preview} tabIndex={0}>
          {value.trim() ? (
            <Markdown text={value.replace(/@\[([^\]\n]+)\]/g, '**@$1**')} />
          ) : (
            <p className={classes.quiet}>
              <FormattedMessage id="comment.nothing" defaultMessage="Nothing to show yet." />
            </p>
          )}
        </Tabs.Panel>
      </Tabs>
      <div className={classes.foot}>
        <p id={`${id}-note`} role="status" className={classes.note} data-failed={status?.failed || undefined}>
          {status?.text ?? (
            <FormattedMessage
              id="comment.hint"
              defaultMessage="Name people with @. Pictures can be pasted or dropped."
            />
          )}
        </p>
        {props.actions}
      </div>
      {props.error && (
        <p role="alert" className={classes.note} data-failed>
          {props.error}
        </p>
      )}
    </div>
  );
}
