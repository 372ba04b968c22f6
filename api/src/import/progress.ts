/** Shows how far an import is: one line a step, on a terminal with a bar while it runs. */
export class Progress {
  private name = '';
  private of = 0;
  private done = 0;
  private began = 0;
  private shown = 0;

  /** `bar` where the line may be written again, else undefined. */
  constructor(
    private readonly line: (text: string) => void,
    private readonly bar?: (text: string) => void,
  ) {}

  begin(name: string, of: number): void {
    Object.assign(this, { name, of, done: 0, began: performance.now(), shown: 0 });
    this.bar?.(`  ${name} …`);
  }

  advance(rows: number): void {
    this.done += rows;
    const now = performance.now();
    if (!this.bar || now - this.shown < 100) return;
    this.shown = now;
    const part = this.of === 0 ? 1 : Math.min(1, this.done / this.of);
    const filled = Math.round(part * 30);
    this.bar(
      `  ${this.name.padEnd(30)} ${'█'.repeat(filled)}${'·'.repeat(30 - filled)} ${number(this.done)} of ${number(this.of)} rows, ` +
        `${number(Math.round(this.done / ((now - this.began) / 1000)))} a second`,
    );
  }

  end(name: string, { rows, seconds }: { rows: number; seconds: number }): void {
    this.bar?.('');
    const rate = seconds > 0.5 ? `, ${number(Math.round(rows / seconds))} a second` : '';
    this.line(`  ${name.padEnd(30)} ${number(rows).padStart(11)} rows ${seconds.toFixed(1).padStart(6)} s${rate}`);
  }
}

const number = (value: number) => value.toLocaleString('en');
