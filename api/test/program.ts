import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Program {
  url: string;
  process: ChildProcess;
  /** What it wrote to standard output and error. */
  output(): string;
  /** Sends SIGTERM and waits for the end; the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
}

/** Starts the program itself as a process of its own, as `npm start` does (`built`) or from its source; waits until it listens. */
export async function startProgram(env: Record<string, string>, { built = false } = {}): Promise<Program> {
  const child = fork(fileURLToPath(new URL(built ? '../dist/main.js' : '../src/main.ts', import.meta.url)), {
    execArgv: built ? ['--enable-source-maps'] : ['--import', 'tsx'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { PATH: process.env.PATH, NODE_ENV: 'test', PORT: '0', RATE_LIMIT: '0', RATE_LIMIT_VISITORS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [{ address: string } | number];
  if (typeof first !== 'object' || first === null) throw new Error(`The program ended at its start.\n${output}`);
  const ended = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    return ((await exit) as [number | null])[0];
  };
  return {
    url: first.address,
    process: child,
    output: () => output,
    stop: () => ended('SIGTERM'),
    kill: async () => void (await ended('SIGKILL')),
  };
}
