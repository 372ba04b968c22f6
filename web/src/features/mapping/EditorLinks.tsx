import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Editor } from '../../gql/graphql';
import { editorName } from '../../task/editorNames';
import {
  customLink,
  fieldPapersLink,
  idLink,
  openInJosm,
  potlatchLink,
  rapidLink,
  type EditorWork,
} from './editorLinks';
import classes from './EditorLinks.module.css';

export interface EditorAddresses {
  /** Null: no server is known that may take the edits. */
  idEditorUrl: string | null;
  rapidEditorUrl: string;
  josmRemoteUrl: string;
}

type Props = {
  work: EditorWork;
  addresses: EditorAddresses;
  custom: { name: string; url: string } | null;
  /** The editors that the project allows. */
  allowed: readonly Editor[];
  /** The one the person chose last: it comes first. */
  preferred: Editor;
  onOpen: (editor: Editor) => void;
  phone: boolean;
  isSandbox: boolean;
};

function linkTo(editor: Editor, { work, addresses, custom }: Pick<Props, 'work' | 'addresses' | 'custom'>) {
  switch (editor) {
    case 'ID':
      return idLink(addresses.idEditorUrl!, work);
    case 'RAPID':
      return rapidLink(addresses.rapidEditorUrl, work);
    case 'CUSTOM':
      return customLink(custom!.url, work);
    case 'POTLATCH_2':
      return potlatchLink(work);
    case 'FIELD_PAPERS':
      return fieldPapersLink(work);
    case 'JOSM':
      return null;
  }
}

/** Opens the task in an editor elsewhere: in a tab of its own, JOSM by its remote control on this computer. */
export function EditorLinks(props: Props) {
  const { work, addresses, custom, allowed, preferred, onOpen, phone, isSandbox } = props;
  const [josm, setJosm] = useState<'asking' | 'silent' | 'refused' | 'opened' | null>(null);
  const askJosm = async () => {
    onOpen('JOSM');
    setJosm('asking');
    setJosm(await openInJosm(addresses.josmRemoteUrl, work));
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
  // Always in the same order: a button must not change its place under the pointer.
  const order = phone ? [preferred, ...allowed.filter((editor) => editor !== preferred)] : [preferred];
  const name = (editor: Editor) => (
    <FormattedMessage
      id="editorLinks.open"
      defaultMessage="Open in {editor}"
      values={{ editor: editorName(editor, custom) }}
    />
  );
  const failed = josm === 'silent' || josm === 'refused';
  const status = josm && josm !== 'asking' && (
    <div className={classes.josm} role="status" data-failed={failed || undefined}>
      {josm === 'silent' ? (
        <FormattedMessage
          id="editorLinks.josmSilent"
          defaultMessage="JOSM does not answer. Start JOSM on this computer, turn on Remote control in its preferences, then try again."
        />
      ) : josm === 'refused' ? (
        <FormattedMessage
          id="editorLinks.josmRefused"
          defaultMessage="JOSM answered, but did not open the task. In its preferences, under Remote control, allow to import data, to load imagery and to download, then try again."
        />
      ) : (
        <FormattedMessage id="editorLinks.josmOpened" defaultMessage="JOSM has loaded the task." />
      )}
      {failed && (
        <Button size="xs" variant="default" mt={8} onClick={() => void askJosm()}>
          <FormattedMessage id="editorLinks.josmAgain" defaultMessage="Try again" />
        </Button>
      )}
    </div>
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
            {order.map((editor) => {
              const link = linkTo(editor, props);
              return link === null ? (
                <Menu.Item key={editor} onClick={() => void askJosm()}>
                  {name(editor)}
                </Menu.Item>
              ) : (
                <Menu.Item
                  key={editor}
                  component="a"
                  href={link}
                  target="_blank"
                  rel="noopener"
                  onClick={() => onOpen(editor)}
                >
                  {name(editor)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
        {status}
      </div>
    );
  }
  return (
    <div className={`float ${classes.editors}`}>
      <div className={classes.editorButtons}>
        {order.map((editor) => {
          const link = linkTo(editor, props);
          return link === null ? (
            <Button key={editor} variant="light" loading={josm === 'asking'} onClick={() => void askJosm()}>
              {name(editor)}
            </Button>
          ) : (
            <Button
              key={editor}
              variant="light"
              component="a"
              href={link}
              target="_blank"
              rel="noopener"
              rightSection={<IconExternalLink size={16} aria-hidden />}
            >
              {name(editor)}
            </Button>
          );
        })}
      </div>
      {(preferred === 'ID' || preferred === 'RAPID') && !isSandbox && (
        <p className={classes.josm}>
          <FormattedMessage
            id="editorLinks.notHere"
            defaultMessage="{editor} is not installed on this server. It opens in a tab of its own."
            values={{ editor: editorName(preferred) }}
          />
        </p>
      )}
      {status}
    </div>
  );
}
