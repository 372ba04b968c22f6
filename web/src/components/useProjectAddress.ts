import { useViewer } from '../app/viewer';

/** Where a project's card leads, by its number: experts (settings, Mapping) begin at the tasks, everybody else at what it is about. */
export function useProjectAddress(): (number: number) => string {
  const isExpert = useViewer().viewer?.person.isExpert;
  return (number) => `/projects/${number}${isExpert ? '/tasks' : ''}`;
}
