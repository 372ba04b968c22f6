import { request as send, type Agent } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Asked {
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON by POST. */
  body?: unknown;
}
export interface Answered {
  status: number;
  etag: string | undefined;
  text: () => string;
  bytes: number;
}

/** Sends one request over a kept connection and reads the answer to its end. */
export const ask = (agent: Agent, base: string, { path, headers = {}, body }: Asked): Promise<Answered> =>
  new Promise((answered, failed) => {
    const json = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const request = send(
      base + path,
      {
        agent,
        method: json ? 'POST' : 'GET',
        headers: { ...headers, ...(json ? { 'content-type': 'application/json', 'content-length': json.length } : {}) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
        });
        response.on('error', failed);
        response.on('end', () =>
          answered({
            status: response.statusCode!,
            etag: response.headers.etag,
            text: () => Buffer.concat(chunks).toString(),
            bytes,
          }),
        );
      },
    );
    request.on('error', failed);
    request.end(json);
  });

export interface Load {
  /** Milliseconds. */
  p50: number;
  p95: number;
  perSecond: number;
}

/** Does `once` again and again, in so many places at a time, for so many seconds; `once` is given the place and how often it was. */
export async function load(
  places: number,
  seconds: number,
  once: (place: number, time: number) => Promise<unknown>,
): Promise<Load> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: places }, async (_, place) => {
      for (let time = 0; performance.now() - start < seconds * 1000; time++) {
        const before = performance.now();
        await once(place, time);
        times.push(performance.now() - before);
      }
    }),
  );
  const took = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / took };
}
