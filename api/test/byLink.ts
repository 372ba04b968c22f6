/** Mutations that need no sign-in: the link that somebody was mailed proves who they are, wherever it is opened. */
export const BY_LINK: ReadonlySet<string> = new Set(['verifyEmail', 'unsubscribe']);
