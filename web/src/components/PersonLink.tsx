import { Link } from 'react-router';
import { Avatar } from './Avatar';
import classes from './PersonLink.module.css';

type Props = {
  person: { username: string; osmId: number; pictureUrl?: string | null };
  /** Side of the picture in px; 0 for the name alone. */
  size?: number;
};

/** A person's picture and name; leads to their page. */
export function PersonLink({ person, size = 24 }: Props) {
  return (
    <Link to={`/users/${encodeURIComponent(person.username)}`} className={classes.person}>
      {size > 0 && <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={size} />}
      <bdi>{person.username}</bdi>
    </Link>
  );
}
