import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { EDITOR_NAMES, type OpenableEditor } from '../../task/editorNames';
import { idLink, openInJosm, rapidLink, type EditorWork } from './editorLinks';
import classes from './MappingPage.module.css';

export interface EditorAddresses {
  /** Null: no server is known that may take the edits. */
  idEditorUrl: string | null;
  rapidEditorUrl: string;
  josmRemoteUrl: string;
}

type Props = {
  work: EditorWork;
  addresses: EditorAddresses;
  /** The editors that the project allows. */
  allowed: readonly OpenableEditor[];
  /** The one the person chose last: it comes first. */
  preferred: OpenableEditor;
  onOpen: (editor: OpenableEditor) => void;
  phone: boolean;
};

/** Opens the task in an editor: iD and Rapid in a tab of their own, JOSM by its remote control on this computer. */
export function EditorLinks({ work, addresses, allowed, preferred, onOpen, phone }: Props) {
  const [josm, setJosm] = useState<'asking' | 'silent' | 'opened' | null>(null);
  // The order is that of the first look: a button must not change its place under the pointer.
  const [first] = useState(preferred);
  const askJosm = async () => {
    onOpen('JOSM');
    setJosm('asking');
    setJosm((await openInJosm(addresses.josmRemoteUrl, work)) ? 'opened' : 'silent');
  };
  if (addresses.idEditorUrl === null) {
    return (
      <div className={phone ? classes.editorsPhone : `float ${classes.editors}`}>
        <p className={classes.josm} role="status" data-failed>
          <FormattedMessage
            id="editorLinks.noSandbox"
            defaultMessage="This project is for trying out, and the server for its edits is not set up here. Ask the people who run this site."
          />
        </p>
      </div>
    );
  }
  const link = { ID: idLink(addresses.idEditorUrl, work), RAPID: rapidLink(addresses.rapidEditorUrl, work) };
  const order = [first, ...allowed.filter((editor) => editor !== first)];
  const name = (editor: OpenableEditor) => (
    <FormattedMessage
      id="editorLinks.open"
      defaultMessage="Open in {editor}"
      values={{ editor: EDITOR_NAMES[editor] }}
    />
  );
  const status = josm && josm !== 'asking' && (
    <p className={classes.josm} role="status" data-failed={josm === 'silent' || undefined}>
      {josm === 'silent' ? (
        <FormattedMessage
          id="editorLinks.josmSilent"
          defaultMessage="JOSM does not answer. Start JOSM on this computer, turn on Remote control in its preferences, then try again."
        />
      ) : (
        <FormattedMessage id="editorLinks.josmOpened" defaultMessage="JOSM has loaded the task." />
      )}
    </p>
  );
  if (phone) {
    return (
      <div className={classes.editorsPhone}>
        <Menu position="top-end">
          <Menu.Target>
            <Button
              variant="default"
              rightSection={<IconChevronDown size={18} aria-hidden />}
              loading={josm === 'asking'}
            >
              <FormattedMessage id="editorLinks.openAny" defaultMessage="Open in an editor" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {order.map((editor) =>
              editor === 'JOSM' ? (
                <Menu.Item key={editor} onClick={() => void askJosm()}>
                  {name(editor)}
                </Menu.Item>
              ) : (
                <Menu.Item
                  key={editor}
                  component="a"
                  href={link[editor]}
                  target="_blank"
                  rel="noopener"
                  onClick={() => onOpen(editor)}
                >
                  {name(editor)}
                </Menu.Item>
              ),
            )}
          </Menu.Dropdown>
        </Menu>
        {status}
      </div>
    );
  }
  return (
    <div className={`float ${classes.editors}`}>
      <div className={classes.editorButtons}>
        {order.map((editor, index) => {
          const variant = index === 0 ? 'light' : 'default';
          return editor === 'JOSM' ? (
            <Button key={editor} variant={variant} loading={josm === 'asking'} onClick={() => void askJosm()}>
              {name(editor)}
            </Button>
          ) : (
            <Button
              key={editor}
              variant={variant}
              component="a"
              href={link[editor]}
              target="_blank"
              rel="noopener"
              rightSection={<IconExternalLink size={16} aria-hidden />}
              onClick={() => onOpen(editor)}
            >
              {name(editor)}
            </Button>
          );
        })}
      </div>
      {status}
    </div>
  );
}
