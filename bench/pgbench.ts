import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

export interface Recorded {
  text: string;
  values: (string | null)[];
}

/** A statement with its values written into it. */
const whole = ({ text, values }: Recorded) =>
  text
    .replace(/\$(\d+)/g, (_, number: string) => {
      const value = values[Number(number) - 1];
      return value === null || value === undefined ? 'null' : pg.escapeLiteral(value);
    })
    // pgbench takes :word for a variable of its own, also in a text.
    .replace(/--[^\n]*/g, '')
    .replace(/(?<!E)'(?:[^']|'')*'/g, (text) =>
      /:[A-Za-z_]/.test(text) ? `U&${text.replaceAll('\\', '\\\\').replaceAll(':', '\\003A')}` : text,
    )
    .replace(/;?\s*$/, ';');

/**
 * What PostgreSQL alone takes for the statements: ms on average with one connection, rounds a second with 16. Undefined where
 * pgbench cannot play them.
 */
export async function pgbench(
  url: string,
  statements: Recorded[],
  seconds: number,
): Promise<{ ms: number; perSecond: number } | undefined> {
  if (statements.length === 0) return { ms: 0, perSecond: Infinity };
  const directory = mkdtempSync(join(tmpdir(), 'taskgrid-bench-'));
  const script = join(directory, 'script.sql');
  writeFileSync(script, `${statements.map(whole).join('\n')}\n`);
  const run = async (clients: number) => {
    const args = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-T', String(seconds), url];
    const { stdout } = await promisify(execFile)('pgbench', args);
    const [latency, tps] = [/latency average = ([\d.]+)/.exec(stdout), /tps = ([\d.]+)/.exec(stdout)];
    if (!latency || !tps) throw new Error(stdout);
    return { ms: Number(latency[1]), perSecond: Number(tps[1]) };
  };
  try {
    return { ms: (await run(1)).ms, perSecond: (await run(16)).perSecond };
  } catch (error) {
    console.error((error as { stderr?: string }).stderr ?? error);
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
