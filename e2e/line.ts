import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a site that can be cut: what is under way breaks, and nothing gets through until it is mended. */
export interface Line {
  url: string;
  /** How many requests for tiles went through: the browser's own count leaves out what its workers fetch. */
  tiles(): number;
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function lineTo(url: string): Promise<Line> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  let tiles = 0;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    near.on('data', (chunk: Buffer) => (tiles += chunk.toString('latin1').split('GET /tiles/').length - 1));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tiles: () => tiles,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    async stop() {
      server.close();
      drop();
    },
  };
}
