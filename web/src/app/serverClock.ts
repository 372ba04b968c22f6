import { wasKept } from './network';

/**
 * The server's clock as this browser can know it. Time limits are the server's moments; a computer whose own clock is
 * wrong by minutes would otherwise end work too early or promise time that is gone.
 */
export class ServerClock {
  /** Milliseconds to add to this computer's clock; null until the server has been heard. */
  private offset: number | null = null;

  constructor(private readonly localNow: () => number = Date.now) {}

  /**
   * Takes a moment that the server wrote just before it was received. Each is late by the way it travelled, never early,
   * so the largest difference seen is the nearest to the truth.
   */
  observe(serverTime: number): void {
    if (!Number.isFinite(serverTime)) return;
    const difference = serverTime - this.localNow();
    if (this.offset === null || difference > this.offset) this.offset = difference;
  }

  /** Milliseconds since 1970 on the server. */
  now(): number {
    return this.localNow() + (this.offset ?? 0);
  }
}

export const serverClock = new ServerClock();

/** `fetch` that reads the server's clock from the `Date` header of its answers (whole seconds). */
export const fetchObservingClock: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const date = response.headers.get('date');
  if (!wasKept(response) && date) serverClock.observe(Date.parse(date));
  return response;
};
