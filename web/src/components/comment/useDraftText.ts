import { useLocalStorage } from '@mantine/hooks';

/** A text that stays in this browser until `forget`: neither a closed tab nor a lost connection takes it. */
export function useDraftText(key: string) {
  const [text, setText, forget] = useLocalStorage<string>({
    key: `taskgrid-draft:${key}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  return { text, setText: (next: string) => (next ? setText(next) : forget()), forget };
}
