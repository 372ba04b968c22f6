import { z } from 'zod';
import { isLoopback } from '../../settings.js';
import { STAND_IN_CLIENT } from './osm.js';

/** What a client must send to the stand-in to be given a code: ours, PKCE (but for clients of v2, which know none), and a way back to this computer alone. */
export const authorizeRequest = z.object({
  response_type: z.literal('code'),
  client_id: z.literal(STAND_IN_CLIENT),
  redirect_uri: z.url({ protocol: /^https?$/ }).refine((uri) => isLoopbackHost(new URL(uri).host)),
  state: z.string().min(1).max(500),
  code_challenge: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  code_challenge_method: z.literal('S256').optional(),
  scope: z.string().max(500).default(''),
});
export type AuthorizeRequest = z.infer<typeof authorizeRequest>;

/** Where the browser brings the answer. */
export function wayBack(
  { redirect_uri, state }: AuthorizeRequest,
  answer: { code: string } | { error: string },
): string {
  const url = new URL(redirect_uri);
  for (const [name, value] of Object.entries({ ...answer, state })) url.searchParams.set(name, value);
  return url.href;
}

/** host: as in a Host header, with or without port. */
export function isLoopbackHost(host: string): boolean {
  const url = `http://${host}`;
  return URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''));
}
