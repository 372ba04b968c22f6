import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';

/** What became of mails is for administrators: it holds names and reasons of mail servers. */
export function whyNotSeeMails(viewer: Viewer | null): NotPermitted | undefined {
  if (viewer?.role === 'ADMIN') return undefined;
  return new NotPermitted('NOT_ADMIN', 'Only an administrator can see which mails were sent. Ask one.');
}

/** Nobody has more mails sent to an address that may be somebody else's. */
export const tooManyMails = () =>
  new NotPermitted(
    'TOO_MANY_MAILS',
    'Ten mails were sent to you today. Look for them in your mailbox, or ask again tomorrow.',
  );
