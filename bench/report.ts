// What a bench says: on the terminal as it comes, and at the end in a file of results/.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const ms = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
export const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
/** The head of a table: names on the left, numbers on the right. */
export const head = (cells: readonly string[]) => `${row(cells)}\n|---|${'---:|'.repeat(cells.length - 1)}`;

/** When and on what it was measured. */
export const circumstances = () =>
  `${new Date().toISOString().slice(0, 16)}Z. ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]!.toFixed(1)} at the start, Node ${process.version}. All processes share the machine.`;

export class Report {
  readonly #lines: string[] = [];

  say(...lines: string[]): void {
    console.log(lines.join('\n'));
    this.#lines.push(...lines);
  }

  /** Writes results/`name`.md. */
  async write(name: string): Promise<void> {
    const file = fileURLToPath(new URL(`results/${name}.md`, import.meta.url));
    writeFileSync(
      file,
      await format(`${this.#lines.join('\n')}\n`, { ...(await resolveConfig(file)), parser: 'markdown' }),
    );
  }
}
