import { useLocalStorage } from '@mantine/hooks';

/** Whether screen readers are told, summed up, what changes on a project's map; and the switch. */
export function useLiveSummaryEnabled(): [enabled: boolean, setEnabled: (enabled: boolean) => void] {
  const [enabled, setEnabled] = useLocalStorage({
    key: 'taskgrid-live-summary',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [enabled, setEnabled];
}
