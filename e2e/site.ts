import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { Browser as HttpBrowser, signInThroughStandIn } from '../api/test/browser.js';
import { startProgram } from '../api/test/program.js';
import { askerOf } from '../api/test/world.js';

/** The built program as a process of its own, on a database of its own. */
export interface Site {
  url: string;
  /** Signs a person in over HTTP; the token of the session. `changesets` decides the level: 250 may validate. */
  tokenOf(name: string, changesets?: number): Promise<string>;
  /** Asks over HTTP; answers `data`, throws for errors. */
  get: ReturnType<typeof askerOf>['get'];
  stop(): Promise<void>;
}

/** `settings`: environment variables of it. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const template = new URL(inject('templateUrl'));
  const name = `journey_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href,
    });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name} template ${template.pathname.slice(1)}`);
  const databaseUrl = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  const program = await startProgram({ ...settings, DATABASE_URL: databaseUrl }, { built: true });
  return {
    url: program.url,
    get: askerOf(program.url).get,
    async tokenOf(person, changesets = 0) {
      const browser = new HttpBrowser(program.url);
      await signInThroughStandIn(browser, person, { changesets: String(changesets) });
      return browser.cookies.get('taskgrid_session')!.value!;
    },
    async stop() {
      await program.stop();
      await admin(`drop database ${name} with (force)`);
    },
  };
}
