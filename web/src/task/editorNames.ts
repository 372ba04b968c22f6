import { useLocalStorage } from '@mantine/hooks';
import type { Editor } from '../gql/graphql';

/** Editors that this client can open, with the names people know them by. */
export const EDITOR_NAMES = { ID: 'iD', RAPID: 'Rapid', JOSM: 'JOSM' } as const;
export type OpenableEditor = keyof typeof EDITOR_NAMES;

/** Those of a project's editors that can be opened from here; iD when it names none of them. */
export function openable(editors: readonly Editor[]): OpenableEditor[] {
  const known = (Object.keys(EDITOR_NAMES) as OpenableEditor[]).filter((editor) => editors.includes(editor));
  return known.length > 0 ? known : ['ID'];
}

/** The person's editor, kept in this browser, as far as the project allows it. */
export function useEditorChoice(editors: readonly Editor[]) {
  const [wanted, setWanted] = useLocalStorage<OpenableEditor>({ key: 'taskgrid-editor', defaultValue: 'ID' });
  const allowed = openable(editors);
  return { allowed, editor: allowed.includes(wanted) ? wanted : allowed[0]!, setEditor: setWanted };
}
