import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './server.js';
import { boxOfTiles, publishedProject } from './world.js';

const page = (name: string) => readFileSync(new URL(`../../docs/api/${name}`, import.meta.url), 'utf8');

/** What an answer says went wrong: errors of the request, and the codes of refusals, wherever they are. */
function wrongIn(answer: { data?: unknown; errors?: { message: string }[] }): string[] {
  const codes: string[] = [];
  JSON.stringify(answer.data, (key, value: unknown) => {
    if (key === 'code') codes.push(String(value));
    return value;
  });
  return [...(answer.errors ?? []).map(({ message }) => message), ...codes];
}

interface Step {
  /** Who does it; none: a visitor. */
  as: string | undefined;
  /** The refusal that the page shows on purpose. */
  error: string | undefined;
  operation: string;
}

/** The operations of the tour, each with whom the last sentence before it names. */
function steps(): Step[] {
  const found: Step[] = [];
  let as: string | undefined;
  for (const part of page('tour.md').split(/^```/m)) {
    const code = /^graphql(?: error=(\w+))?\n([^]*)$/.exec(part);
    if (code) found.push({ as, error: code[1], operation: code[2]! });
    else {
      const named = [...part.matchAll(/As \*\*(\w+)\*\*:/g)].at(-1)?.[1];
      as = /without signing in/.test(part) ? undefined : (named ?? as);
    }
  }
  return found;
}

describe('the tour in docs/api', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  it('goes through a campaign from draft to finished, as it stands there', async () => {
    const tokens = new Map<string, string>();
    for (const name of ['admin', 'mia', 'val', 'tom']) {
      tokens.set(name, (await server.person(name, name === 'admin' ? 'ADMIN' : 'MAPPER')).token);
    }
    const all = steps();
    expect(all.length).toBeGreaterThan(15);
    for (const { as, error, operation } of all) {
      const answer = await server.ask(operation, {}, as && tokens.get(as));
      expect([operation, wrongIn(answer)]).toEqual([operation, error ? [error] : []]);
    }
    const { project } = await server.get('{ project(id: 1) { status figures { percentValidated } } }');
    expect(project).toEqual({ status: 'ARCHIVED', figures: { percentValidated: 100 } });
  });
});

describe('the guide in docs/api', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ HOST: '127.0.0.1' }, { jobs: false });
    const { token } = await server.person('maker', 'ADMIN');
    await publishedProject(server, token, { areaOfInterest: boxOfTiles(15, 3, 3), zoom: 15 });
  });
  afterAll(() => server?.stop());

  it('has shell examples that do what they say, in their order', async () => {
    const examples = [...page('README.md').matchAll(/^```sh\n([^]*?)^```/gm)]
      .map(([, code]) => code!)
      .filter((code) => !code.includes('text/event-stream'));
    const script = examples.join('\n').replace('http://127.0.0.1:3000', server.url);
    // The server is in this process: it must be able to answer meanwhile.
    const { stdout: said } = await promisify(execFile)('bash', [
      '-euo',
      'pipefail',
      '-c',
      `cd "$(mktemp -d)"\n${script}`,
    ]);
    const answers = said
      .trim()
      .split(/\n|(?<=\})(?=\{"data)/)
      .map((line) => JSON.parse(line) as { data?: unknown; errors?: { message: string }[] });
    expect(answers.flatMap(wrongIn)).toEqual([]);
    expect(said).toContain('"SubmitMappingPayload"');
    expect(said).toContain('"username":"ana"');
  });
});
