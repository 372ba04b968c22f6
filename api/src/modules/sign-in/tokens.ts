import { createHash, randomBytes } from 'node:crypto';

/** Marks an API key, so that it is told from a session's token, and found where somebody published it by mistake. */
const API_KEY_MARK = 'tgk_';
/** Characters of a key that may be shown afterwards; the other 39 stay secret. */
const SHOWN = API_KEY_MARK.length + 4;

/** 256 random bits. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random, so that no salt is needed. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest();

export const newApiKey = () => API_KEY_MARK + newToken();

/** A session's token is shorter: none is taken for a key. */
export const isApiKey = (token: string) => token.startsWith(API_KEY_MARK) && token.length === API_KEY_MARK.length + 43;

/** How a key begins: its owner recognises it by that. */
export const beginningOf = (key: string) => key.slice(0, SHOWN);
