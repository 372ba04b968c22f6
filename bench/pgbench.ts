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

/** Plays a script of pgbench, prepared, with so many connections: ms on average, rounds a second. */
export async function playScript(url: string, script: string, clients: number, seconds: number) {
  const directory = mkdtempSync(join(tmpdir(), 'taskgrid-bench-'));
  const file = join(directory, 'script.sql');
  writeFileSync(file, script);
  try {
    const args = ['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-T', String(seconds), url];
    // As the program's connections have it (api/src/database/database.ts): what functions ask is planned once.
    const env = { ...process.env, PGOPTIONS: '-c plan_cache_mode=force_generic_plan' };
    const { stdout } = await promisify(execFile)('pgbench', args, { env });
    const [latency, tps] = [/latency average = ([\d.]+)/.exec(stdout), /tps = ([\d.]+)/.exec(stdout)];
    if (!latency || !tps) throw new Error(stdout);
    return { ms: Number(latency[1]), perSecond: Number(tps[1]) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

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
  const script = `${statements.map(whole).join('\n')}\n`;
  try {
    const { ms } = await playScript(url, script, 1, seconds);
    return { ms, perSecond: (await playScript(url, script, 16, seconds)).perSecond };
  } catch (error) {
    console.error((error as { stderr?: string }).stderr ?? error);
    return undefined;
  }
}
