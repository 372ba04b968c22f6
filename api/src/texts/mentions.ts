/** Groups of people that a comment can name. */
export const GROUPS = ['author', 'managers', 'mappers', 'contributors'] as const;
export type MentionGroup = (typeof GROUPS)[number];

export interface Mentions {
  /** Usernames as they were written, each once; whether there are such people is not known here. */
  names: string[];
  groups: MentionGroup[];
}

/** `@name` or `@[name with spaces]`: the name is in one of two groups. */
export const MENTION = String.raw`@(?:\[([^\]\n]{1,255})\]|([\p{L}\p{N}_]{1,255}))`;
/** After these an @ belongs to an address, not to a mention. */
export const NO_MENTION_AFTER = String.raw`[\p{L}\p{N}_@/.]`;
const MENTIONS = new RegExp(`(?<!${NO_MENTION_AFTER})${MENTION}`, 'gu');

/** Most names that one comment can mention; the rest is only text. */
const MOST_NAMES = 50;

/**
 * Whom a comment mentions: `@name`, `@[name with spaces]`, and #author, #managers, #mappers, #contributors. An e-mail
 * address, the rest of an address on the web and what stands as code mention nobody.
 */
export function mentionsIn(markdown: string): Mentions {
  const prose = markdown.replace(/```[\s\S]*?(```|$)/g, ' ').replace(/`[^`\n]*`/g, ' ');
  const names = [...prose.matchAll(MENTIONS)].map(([, bracketed, word]) => (bracketed ?? word!).trim());
  const groups = [...prose.matchAll(/(?<![\p{L}\p{N}_/])#([a-z]+)(?![\p{L}\p{N}_-])/gu)].map(([, group]) => group!);
  return {
    names: [...new Set(names)].filter(Boolean).slice(0, MOST_NAMES),
    groups: GROUPS.filter((group) => groups.includes(group)),
  };
}
