import { retryOnce, type Database } from '../../database/database.js';

/** A person as OpenStreetMap describes them. */
export interface OsmPerson {
  id: number;
  username: string;
  pictureUrl: string | null;
  changesetCount: number;
}

const RECORD_SIGN_IN = { name: 'record_sign_in', text: 'select record_sign_in($1, $2, $3, $4, $5)' };

/**
 * Writes down who signed in: makes the person or brings name, picture and figures up to date, and promotes by badges.
 * Someone who had been deleted is back. `isNamedAdmin`: the settings name this account as an administrator.
 */
export async function recordSignIn(database: Database, person: OsmPerson, isNamedAdmin: boolean): Promise<void> {
  const { id, username, pictureUrl, changesetCount } = person;
  await retryOnce(() => database.query(RECORD_SIGN_IN, [id, username, pictureUrl, changesetCount, isNamedAdmin]));
}
