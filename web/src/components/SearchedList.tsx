import { Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Avatar } from './Avatar';
import { ErrorState } from './ErrorState';
import classes from './SearchedList.module.css';
import { ShowMore } from './ShowMore';
import type { useSearchText } from './useSearchText';
import { Waiting } from './Waiting';

type Props<T> = {
  /** What the field is for. */
  label: string;
  words: Pick<ReturnType<typeof useSearchText>, 'text' | 'setText'>;
  /** Other choices, beside the field. */
  choices?: ReactNode;
  list: { totalCount: number; edges: readonly { node: T }[] } | undefined;
  loading: boolean;
  error: { message: string; name?: string } | undefined;
  /** That the list did not load. */
  errorTitle: ReactNode;
  onRetry: () => void;
  onMore: () => void;
  /** In place of an empty list. */
  none: ReactNode;
  /** The card of one, an `li`. */
  children: (node: T) => ReactNode;
};

/** Cards that are searched by name and fetched piece by piece. */
export function SearchedList<T>({ label, words, choices, list, loading, error, children, ...props }: Props<T>) {
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          type="search"
          aria-label={label}
          placeholder={label}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={words.text}
          onChange={(event) => words.setText(event.currentTarget.value)}
        />
        {choices}
      </div>
      {error && !list ? (
        <ErrorState title={props.errorTitle} error={error} onRetry={props.onRetry} />
      ) : !list ? (
        <Waiting>
          <ul className={classes.cards}>
            {Array.from({ length: 9 }, (_, index) => (
              <Skeleton key={index} component="li" height={78} radius="lg" />
            ))}
          </ul>
        </Waiting>
      ) : list.edges.length === 0 ? (
        props.none
      ) : (
        <>
          <ul className={classes.cards}>{list.edges.map(({ node }) => children(node))}</ul>
          <ShowMore shown={list.edges.length} total={list.totalCount} loading={loading} onMore={props.onMore} />
        </>
      )}
    </>
  );
}

type CardProps = {
  organisation: { number: number; name: string; logo?: string | null };
  to: string;
  name: string;
  /** A line of facts. */
  children: ReactNode;
};

/** An organisation, or something of it, with its logo; the whole card leads there. */
export function LogoCard({ organisation: { number, name: owner, logo }, to, name, children }: CardProps) {
  return (
    <li className={classes.card}>
      <Avatar square size={40} id={number} name={owner} picture={logo} />
      <div>
        <h2>
          <Link to={to}>
            <bdi>{name}</bdi>
          </Link>
        </h2>
        <p className={classes.facts}>{children}</p>
      </div>
    </li>
  );
}
