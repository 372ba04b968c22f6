import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Runs `action`; its answer and the seconds it took. */
export async function timed<T>(action: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const answer = await action();
  return [answer, (performance.now() - start) / 1000];
}

/** A line of what the system knows of a process, kB as MB; Linux only. */
function memory(pid: number, line: 'VmHWM' | 'VmRSS'): number {
  const [, kb] = new RegExp(`${line}:\\s*(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

/** The most memory a process has had, MB: since it began, or since forgetPeak. */
export const peakMb = (pid: number): number => memory(pid, 'VmHWM');

/** Begins anew to watch for the most memory; gives what the process has at present, MB. */
export function forgetPeak(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return memory(pid, 'VmRSS');
}
