import { claimDataDir } from '../onlyOne.js';
import { readSettings } from '../settings.js';
import { startCluster } from './cluster.js';

/** The database of the settings, for a command; a private one is started for it, unless its program runs. */
export async function openDatabase() {
  const { databaseUrl, dataDir } = readSettings();
  if (databaseUrl) return { url: databaseUrl, close: async () => undefined };
  let release: (() => void) | undefined;
  try {
    release = claimDataDir(dataDir);
  } catch {
    // The program runs, and so does its database: it is not for us to stop.
  }
  const cluster = await startCluster(dataDir, { durable: true });
  return {
    url: cluster.url,
    close: async () => {
      if (!release) return;
      await cluster.stop();
      release();
    },
  };
}
