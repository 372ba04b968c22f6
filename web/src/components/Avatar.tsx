import classes from './Avatar.module.css';
import { presenceColour } from './presence';

type Props = {
  name: string;
  /** OSM id or organisation number: gives the colour, the same on every screen. */
  id: number;
  picture?: string | null;
  /** Instead of the name's initials, where these would be those of a neighbour. */
  letters?: string;
  /** Side in px. */
  size?: number;
  /** A square with round corners, for organisations. */
  square?: boolean;
  /** The viewer's own avatar on a map: in the accent. */
  own?: boolean;
};

/** Picture or initials of a person or organisation. Decorative: the name stands beside it, or labels its button. */
export function Avatar({ name, id, picture, letters, size = 28, square, own }: Props) {
  const className = [classes.avatar, square && classes.mark, own && classes.own].filter(Boolean).join(' ');
  return (
    <span
      className={className}
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        background: presenceColour(id),
        fontSize: Math.max(9, size * (square ? 0.32 : 0.39)),
      }}
    >
      {picture ? <img src={picture} alt="" loading="lazy" referrerPolicy="no-referrer" /> : (letters ?? initials(name))}
    </span>
  );
}

/** Two letters: of the first two words that begin with a capital, else of the first two, else of the only one. */
export function initials(name: string): string {
  const words = name.split(/[\s_.-]+/u).filter(Boolean);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  const chosen = (capitals.length > 1 ? capitals : words).slice(0, 2);
  const letters = chosen.length > 1 ? chosen.map((word) => [...word][0] ?? '') : [...(chosen[0] ?? '?')].slice(0, 2);
  return letters.join('');
}

/** Initials of names that stand beside each other: those that would repeat an earlier one's end in the last letter. */
export function distinctInitials(names: readonly string[]): string[] {
  const given: string[] = [];
  for (const name of names) {
    const usual = initials(name);
    const letters = [...name];
    const other = (letters[0] ?? '') + (letters.at(-1) ?? '');
    given.push(isGiven(usual) && !isGiven(other) ? other : usual);
  }
  return given;

  function isGiven(letters: string) {
    return given.some((one) => one.toLowerCase() === letters.toLowerCase());
  }
}
