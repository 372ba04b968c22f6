import { z } from 'zod';

// ohsome Now counts what was edited in OpenStreetMap under a hashtag. It is somebody else's service: it may be slow, wrong or
// gone, and nothing here waits for it longer than a moment.

/** Metric → number: building, highway (km) and so on. */
export type Figures = Record<string, number>;
export type Problem = 'NOT_SET_UP' | 'TIMED_OUT' | 'FAILED' | 'RESTING';
export type Outcome = { figures: Figures; problem?: undefined } | { figures?: undefined; problem: Problem };

export interface OhsomeSettings {
  /** Undefined: not set up. */
  url: string | undefined;
  token: string | undefined;
  /** What is counted, comma-separated. */
  topics: string;
}

const PATIENCE_MS = 2_000;
const AT_ONCE = 5;
/** After so many failures in a row the service is left alone for a while. */
const FAILURES_TO_REST = 3;
const REST_MS = 30_000;
const MAX_BYTES = 1_000_000;

const amount = z.number().finite();
const answer = z.object({
  result: z.looseObject({
    topics: z.record(z.string().max(100), z.looseObject({ value: amount.nullish(), added: amount.nullish() })),
  }),
});

const anything = z.record(z.string(), z.unknown());

/** The service as one instance of this program knows it: with how it behaved lately. */
export class OhsomeNow {
  private failures = 0;
  private restsUntil = 0;
  private readonly underWay = new Map<string, Promise<Outcome>>();

  constructor(
    private readonly settings: OhsomeSettings,
    private readonly now: () => number = Date.now,
  ) {}

  /** What people edited under a hashtag (without #; * stands for anything); in the order asked, all within 2 seconds. */
  async ofPeople(hashtag: string, ids: number[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const signal = AbortSignal.timeout(PATIENCE_MS);
    let next = 0;
    const work = async () => {
      for (let index = next++; index < ids.length; index = next++)
        outcomes[index] = await this.ask('stats/user', { hashtag, userId: String(ids[index]) }, signal);
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, work));
    return outcomes;
  }

  /** What everybody edited under a hashtag (without #; * stands for anything), with changesets, people and edits; within 2 seconds. */
  ofHashtag(hashtag: string): Promise<Outcome> {
    return this.ask('stats', { hashtag }, AbortSignal.timeout(PATIENCE_MS));
  }

  /** What the service answers to a question about one person, as it is, within 2 seconds; `query` in the service's own words. */
  async passOn(
    query: Record<string, string>,
  ): Promise<{ answer: Record<string, unknown> } | { answer?: undefined; problem: Problem }> {
    const { url } = this.settings;
    if (!url) return { problem: 'NOT_SET_UP' };
    if (this.now() < this.restsUntil) return { problem: 'RESTING' };
    const address = `${url}/stats/user?${new URLSearchParams(query)}`;
    return this.fetched(address, AbortSignal.timeout(PATIENCE_MS), (json) => ({ answer: anything.parse(json) }));
  }

  private async ask(path: string, query: Record<string, string>, signal: AbortSignal): Promise<Outcome> {
    const { url, topics } = this.settings;
    if (!url) return { problem: 'NOT_SET_UP' };
    if (this.now() < this.restsUntil) return { problem: 'RESTING' };
    if (signal.aborted) return { problem: 'TIMED_OUT' };
    const address = `${url}/${path}?${new URLSearchParams({ ...query, topics })}`;
    const same = this.underWay.get(address);
    if (same) return same;
    const asked = this.fetched(address, signal, figuresIn).finally(() => this.underWay.delete(address));
    this.underWay.set(address, asked);
    return asked;
  }

  private async fetched<Read>(
    address: string,
    signal: AbortSignal,
    read: (json: unknown) => Read,
  ): Promise<Read | { problem: Problem }> {
    const { token } = this.settings;
    try {
      const response = await fetch(address, {
        signal,
        headers: { accept: 'application/json', ...(token && { authorization: `Basic ${token}` }) },
      });
      if (!response.ok) {
        await response.body?.cancel();
        // A question that it does not understand says nothing about how it is.
        return response.status === 400 || response.status === 422 ? { problem: 'FAILED' } : this.failed('FAILED');
      }
      const known = read(JSON.parse(await textOf(response)));
      this.failures = 0;
      return known;
    } catch {
      return this.failed(signal.aborted ? 'TIMED_OUT' : 'FAILED');
    }
  }

  private failed(problem: Problem): { problem: Problem } {
    this.failures++;
    // Once it has rested, one more failure is enough to leave it alone again.
    if (this.failures >= FAILURES_TO_REST) this.restsUntil = this.now() + REST_MS;
    return { problem };
  }
}

/** The figures in an answer. Throws when it is not one. */
function figuresIn(json: unknown): { figures: Figures } {
  const { result } = answer.parse(json);
  const figures: Figures = {};
  for (const [metric, value] of Object.entries(result)) if (typeof value === 'number') figures[metric] = value;
  for (const [topic, { added, value }] of Object.entries(result.topics)) figures[topic] = added ?? value ?? 0;
  return { figures };
}

/** The body of an answer, unless there is no end to it. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (let bytes = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new Error('The answer is too long.');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString();
}
