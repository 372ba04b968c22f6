import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** When a process started, so that a recycled pid is not taken for it; undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  try {
    // field 22 of proc(5) stat, counted after the command name, which may hold blanks
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * One program a data folder. Throws when another one runs there; a file left by one that crashed is taken over.
 * Returns what gives the folder back.
 */
export function claimDataDir(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'taskgrid.pid');
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid, start] = readFileSync(file, 'utf8').split(' ');
    if (isAlive(Number(pid)) && startOf(Number(pid)) === (start || undefined)) {
      throw new Error(
        `Taskgrid already runs here (process ${pid}, data in ${resolve(directory)}). Stop it first, or set DATA_DIR and PORT for a second one.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Error(`${file} could not be taken. Another start is under way; try again.`);
}
