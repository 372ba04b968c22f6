import { IconChevronDown } from '@tabler/icons-react';
import type { Editor } from '../../gql/graphql';
import { editorName, useEditorChoice, type OpenableEditor } from '../../task/editorNames';
import classes from './TaskCard.module.css';

/** The editor to work in, of those the project allows. */
export function EditorSelect({ editors, labelledBy }: { editors: readonly Editor[]; labelledBy: string }) {
  const { allowed, editor, setEditor } = useEditorChoice(editors);
  if (allowed.length === 1) return editorName(editor);
  return (
    <span className={classes.editor}>
      <select
        value={editor}
        aria-labelledby={labelledBy}
        onChange={(event) => setEditor(event.currentTarget.value as OpenableEditor)}
      >
        {allowed.map((each) => (
          <option key={each} value={each}>
            {editorName(each)}
          </option>
        ))}
      </select>
      <IconChevronDown size={16} aria-hidden />
    </span>
  );
}
