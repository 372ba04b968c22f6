import { decodeGlobalID } from '@pothos/plugin-relay';

/** Largest id a column of type int holds. */
export const MAX_INT = 2_147_483_647;

/**
 * The number behind an id argument, which is a plain number ("2418") or a node id. Returns 0, which nothing has, when it is
 * neither or of another type: the caller then answers "not found".
 */
export function numberOf(type: string, id: string): number {
  const text = /^\d+$/.test(id) ? id : localId(type, id);
  const number = Number(text);
  return Number.isInteger(number) && number > 0 && number <= MAX_INT ? number : 0;
}

function localId(type: string, id: string): string {
  try {
    const { typename, id: local } = decodeGlobalID(id);
    return typename === type ? local : '0';
  } catch {
    return '0';
  }
}
