import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useViewer } from '../app/viewer';

/** Where a project's card leads, by its number: experts (settings, Mapping) begin at the tasks, everybody else at what it is about. */
export function useProjectAddress(): (number: number) => string {
  const { viewer } = useViewer();
  // As on the last visit until it is known who looks: a click does not wait for that.
  const [kept, keep] = useLocalStorage({ key: 'taskgrid-expert', defaultValue: false, getInitialValueInEffect: false });
  const isExpert = viewer === undefined ? kept : (viewer?.person.isExpert ?? false);
  useEffect(() => {
    if (isExpert !== kept) keep(isExpert);
  }, [isExpert, kept, keep]);
  return (number) => `/projects/${number}${isExpert ? '/tasks' : ''}`;
}
