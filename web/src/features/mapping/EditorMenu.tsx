import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import type { Editor } from '../../gql/graphql';
import { editorName } from '../../task/editorNames';

export interface EditorChoice {
  allowed: readonly Editor[];
  chosen: Editor;
  choose: (editor: Editor) => void;
  /** Edits that another editor would not have. */
  unsaved: number;
  framed: boolean;
}

type Props = EditorChoice & { custom: { name: string } | null };

/** Which editor the task is worked on in. The one in the page stays while it holds edits that are not saved. */
export function EditorMenu({ allowed, chosen, choose, unsaved, custom }: Props) {
  if (allowed.length < 2) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="xs"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          style={{ flex: 'none', background: 'var(--sunken)' }}
        >
          <FormattedMessage
            id="editorMenu.editor"
            defaultMessage="Editor: {editor}"
            values={{ editor: editorName(chosen, custom) }}
          />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {unsaved > 0 && (
          <Menu.Label>
            <FormattedMessage id="editorMenu.saveFirst" defaultMessage="Save your edits first" />
          </Menu.Label>
        )}
        {allowed.map((editor) => (
          <Menu.Item
            key={editor}
            disabled={unsaved > 0 && editor !== chosen}
            onClick={() => choose(editor)}
            rightSection={editor === chosen ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={editor === chosen || undefined}
          >
            {editorName(editor, custom)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
