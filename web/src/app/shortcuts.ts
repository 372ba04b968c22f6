import { useLocalStorage, useWindowEvent } from '@mantine/hooks';

const KEY = 'taskgrid-shortcuts';

/** Whether single letters do something (they stand in the way of speech input, say, so they can be turned off), and the switch. */
export function useShortcutsEnabled(): [enabled: boolean, setEnabled: (enabled: boolean) => void] {
  const [enabled, setEnabled] = useLocalStorage({ key: KEY, defaultValue: true, getInitialValueInEffect: false });
  return [enabled, setEnabled];
}

/**
 * The key that presses a button or goes to a field: for its `aria-keyshortcuts`, by which useShortcuts finds it. So a key does
 * exactly what the control does, and nothing where there is none.
 */
export function useShortcutKey(key: string): string | undefined {
  const [enabled] = useShortcutsEnabled();
  return enabled ? key : undefined;
}

/** Where letters are text. */
const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** What is open over the page has the keys for itself. */
const OPEN = '[role="dialog"], [role="menu"]';

/**
 * Single keys, for the whole page (used once): those that controls say they are behind, and `more`. Never while somebody
 * types, nor with Ctrl, Cmd or Alt.
 */
export function useShortcuts(more: Readonly<Record<string, () => void>>): void {
  const [enabled] = useShortcutsEnabled();
  useWindowEvent('keydown', (event) => {
    if (!enabled || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    if ([...document.querySelectorAll(OPEN)].some((each) => each.checkVisibility())) return;
    const key = event.key.toLowerCase();
    const control = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
      (each) => each.getAttribute('aria-keyshortcuts') === key && each.checkVisibility(),
    );
    const action = more[key];
    if (!control && !action) return;
    event.preventDefault();
    if (!control) action?.();
    else if (control.matches(TYPING)) control.focus();
    else control.click();
  });
}
