import { DomainError } from '../../errors.js';

const MESSAGES = {
  EXPIRED_TOKEN: 'This link is too old. Ask for another mail in your settings, and use the link in it within a day.',
  BAD_SIGNATURE: 'This link is not whole. Copy it from the mail completely, or ask for another mail in your settings.',
  INVALID_EMAIL: 'This link is for another address than the one in your settings. Use the link in the newest mail.',
};

/** A link of a mail that cannot be used (any more). */
export class LinkNotUsable extends DomainError {
  constructor(readonly code: keyof typeof MESSAGES) {
    super(MESSAGES[code]);
  }
}
