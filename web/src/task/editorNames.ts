import { useMutation, useQuery } from '@apollo/client/react';
import { useLocalStorage } from '@mantine/hooks';
import { graphql } from '../gql';
import type { Editor } from '../gql/graphql';

/** Editors by the names people know them by. A project's own has its own name. */
export const EDITOR_NAMES = {
  ID: 'iD',
  RAPID: 'Rapid',
  JOSM: 'JOSM',
  POTLATCH_2: 'Potlatch 2',
  FIELD_PAPERS: 'Field Papers',
} as const;
export type OpenableEditor = Editor;

export const editorName = (editor: Editor, custom: { name: string } | null = null): string =>
  editor === 'CUSTOM' ? (custom?.name ?? '') : EDITOR_NAMES[editor];

const ORDER: readonly Editor[] = ['ID', 'RAPID', 'JOSM', 'CUSTOM', 'FIELD_PAPERS', 'POTLATCH_2'];

/** Those of a project's editors that can be opened from here; iD when it names none of them. */
export function openable(editors: readonly Editor[], custom: object | null = null): Editor[] {
  const known = ORDER.filter((editor) => editors.includes(editor) && (editor !== 'CUSTOM' || custom));
  return known.length > 0 ? known : ['ID'];
}

const editorSettingQuery = graphql(`
  query EditorSetting {
    viewer {
      person {
        id
        defaultEditor
      }
    }
  }
`);

const rememberEditor = graphql(`
  mutation RememberEditor($editor: Editor!) {
    updateMyProfile(input: { defaultEditor: $editor }) {
      ... on UpdateMyProfilePayload {
        viewer {
          person {
            id
            defaultEditor
          }
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** The person's editor, as far as the project allows it: their setting; for visitors what this browser kept. */
export function useEditorChoice(editors: readonly Editor[], custom: object | null = null) {
  const [kept, keep] = useLocalStorage<Editor>({
    key: 'taskgrid-editor',
    defaultValue: 'ID',
    getInitialValueInEffect: false,
  });
  const { data } = useQuery(editorSettingQuery);
  const [remember] = useMutation(rememberEditor);
  const person = data?.viewer?.person;
  const allowed = openable(editors, custom);
  const wanted = person?.defaultEditor ?? kept;
  const setEditor = (editor: Editor) => {
    keep(editor);
    if (!person || person.defaultEditor === editor) return;
    void remember({
      variables: { editor },
      optimisticResponse: {
        updateMyProfile: {
          __typename: 'UpdateMyProfilePayload',
          viewer: { __typename: 'Viewer', person: { __typename: 'Person', id: person.id, defaultEditor: editor } },
        },
      },
      // That it is remembered is a comfort: the editor opens all the same.
    }).catch(() => undefined);
  };
  return { allowed, editor: allowed.includes(wanted) ? wanted : allowed[0]!, setEditor };
}
