import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Seconds of processor that a process has taken, with those of its children that have ended; Linux only. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
  return ticks / 100;
}

/** Milliseconds that the threads of these processes have run on a processor, exactly; 0 for those that have ended. Linux only. */
export function processorMs(pids: readonly number[]): number {
  let nanoseconds = 0;
  for (const pid of pids) {
    try {
      for (const thread of readdirSync(`/proc/${pid}/task`))
        nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // it has ended
    }
  }
  return nanoseconds / 1e6;
}
