import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OsmConnection } from '../../editor/protocol';

/** The parameter that the sandbox's service comes back with. */
const SESSION = 'session_id';
/** A token is fetched again this long before it ends. */
const EARLY_MS = 5 * 60_000;

interface Granted {
  access_token: string;
  expires_in: number;
}

// In memory only, by the sandbox: a token outlives neither the tab nor a reload.
const tokens = new Map<string, { connection: OsmConnection; until: number }>();

/** Goes to where the person allows it; comes back to this page. */
async function goAndAsk(authUrl: string, box: string): Promise<void> {
  const query = new URLSearchParams({ box, end_redirect_uri: location.href });
  const answer = await fetch(`${authUrl}/sessions?${query}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`${authUrl}: ${answer.status}`);
  const body: unknown = await answer.json();
  const id = typeof body === 'string' ? body : (body as { session_id?: string; id?: string }).session_id;
  if (!id) throw new Error(`${authUrl}: no session`);
  location.assign(`${authUrl}/osm_authorization?${new URLSearchParams({ session_id: id })}`);
}

/**
 * The person's access to a sandbox, which has a sign-in of its own. `connection` is null until they have it, and again
 * shortly before it ends.
 */
export function useSandboxAccess(authUrl: string | null, box: string, siteUrl: string | null) {
  const [parameters, setParameters] = useSearchParams();
  const [, again] = useState(0);
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const session = parameters.get(SESSION);

  // The answer counts once: it is taken out of the address before it is asked for.
  useEffect(() => {
    if (!authUrl || !siteUrl || !session) return;
    const take = async () => {
      setState('asking');
      setParameters(
        (before) => {
          before.delete(SESSION);
          return before;
        },
        { replace: true },
      );
      const answer = await fetch(`${authUrl}/sessions/${encodeURIComponent(session)}`);
      if (!answer.ok) throw new Error(`${authUrl}: ${answer.status}`);
      const granted = (await answer.json()) as Granted;
      const url = new URL(siteUrl).origin;
      tokens.set(box, {
        connection: { url, apiUrl: url, accessToken: granted.access_token },
        until: Date.now() + granted.expires_in * 1000 - EARLY_MS,
      });
      setState('idle');
    };
    take().catch(() => setState('failed'));
  }, [authUrl, siteUrl, session, box, setParameters]);

  const until = tokens.get(box)?.until;
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(
      () => {
        tokens.delete(box);
        again((count) => count + 1);
      },
      Math.max(0, until - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [until, box]);

  const ask = () => {
    if (!authUrl) return;
    setState('asking');
    goAndAsk(authUrl, box).catch(() => setState('failed'));
  };
  return { connection: tokens.get(box)?.connection ?? null, ask, state };
}
