import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { tidySignIns } from './jobs.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

it('forgets sign-ins that never ended and sessions long over, twice at once as once', async () => {
  const { prisma } = server.database;
  const { id: personId, token } = await server.person('ann');
  const ago = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000);
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const session = (name: string, expiresAt: Date, revokedAt: Date | null) => ({
    tokenHash: bytes(name),
    personId,
    userAgent: name,
    createdAt: ago(60),
    expiresAt,
    revokedAt,
  });
  await prisma.session.createMany({
    data: [
      session('expired long ago', ago(31), null),
      session('revoked long ago', ago(-5), ago(31)),
      session('expired lately', ago(29), null),
      session('revoked lately', ago(-5), ago(29)),
    ],
  });
  const attempt = { codeVerifier: 'v', redirectUri: 'r', returnTo: '/' };
  await prisma.signInAttempt.createMany({
    data: [
      { ...attempt, stateHash: bytes('old'), createdAt: new Date(Date.now() - 61 * 60_000) },
      { ...attempt, stateHash: bytes('young'), createdAt: new Date(Date.now() - 59 * 60_000) },
    ],
  });

  const told = await Promise.all([tidySignIns.run(server.services, {}), tidySignIns.run(server.services, {})]);
  const counts = told.map((text) => text.match(/\d+/g)!.map(Number));
  expect([counts[0]![0]! + counts[1]![0]!, counts[0]![1]! + counts[1]![1]!]).toEqual([1, 2]);
  expect(await tidySignIns.run(server.services, {})).toBe('Deleted 0 sign-ins that never ended and 0 old sessions.');

  const left = await prisma.session.findMany({ where: { personId }, orderBy: { id: 'asc' } });
  expect(left.map(({ userAgent }) => userAgent)).toEqual(['test', 'expired lately', 'revoked lately']);
  expect(await prisma.signInAttempt.count()).toBe(1);
  expect((await server.get('{ viewer { person { username } } }', {}, token)).viewer.person.username).toBe('ann');
});
