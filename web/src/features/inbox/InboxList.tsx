import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { FormattedMessage } from 'react-intl';
import { useShortcuts } from '../../app/shortcuts';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Problem } from '../../components/Problem';
import { ShowMore } from '../../components/ShowMore';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { DeletedNote } from './DeletedNote';
import { FilterBar } from './FilterBar';
import { isNarrowed, withoutFilters, type Filters } from './filters';
import classes from './InboxList.module.css';
import { MessageRow } from './MessageRow';
import { SelectionBar } from './SelectionBar';
import { useChanges } from './useChanges';
import type { Deletion } from './useDeletion';
import { useInbox } from './useInbox';
import { useSelection } from './useSelection';

type Props = {
  filters: Filters;
  change: (some: Partial<Filters>) => void;
  /** The filters as they stand in the address. */
  search: string;
  open: number | null;
  deletion: Deletion;
  /** The open message was deleted. */
  onGone: () => void;
};

/** The messages that fit, what narrows them, and what can be done with several at once. */
export function InboxList({ filters, change, search, open, deletion, onGone }: Props) {
  const inbox = useInbox(filters);
  const { newest, variables } = inbox;
  const messages = inbox.messages.filter(({ number }) => !deletion.waiting.includes(number));
  const total = inbox.total - (inbox.messages.length - messages.length);
  const numbers = messages.map(({ number }) => number);
  const selection = useSelection(numbers, search);
  const changes = useChanges();
  const [asking, setAsking] = useState(false);

  const rowOf = (number: number | undefined) =>
    number === undefined ? null : document.getElementById(`message-${number}`);
  /** The row with the focus, else the one that is open. */
  const current = () => {
    const at = document.activeElement?.closest('li')?.dataset.number ?? open;
    return at ? numbers.indexOf(Number(at)) : -1;
  };
  const step = (by: 1 | -1) => {
    const at = current();
    const next = at < 0 ? (by > 0 ? 0 : numbers.length - 1) : Math.min(numbers.length - 1, Math.max(0, at + by));
    rowOf(numbers[next])?.focus();
  };
  const act = (action: (number: number) => void) => {
    const number = numbers[current()];
    if (number !== undefined) action(number);
  };
  const removeSome = (some: number[]) => {
    const at = numbers.findIndex((number) => some.includes(number));
    rowOf(numbers.slice(at + 1).find((number) => !some.includes(number)))?.focus();
    if (open !== null && some.includes(open)) onGone();
    selection.clear();
    deletion.remove(some);
  };
  /** Where the question came from: who says no goes on there. */
  const asked = useRef<number>(undefined);
  const askDelete = () => {
    asked.current = numbers[current()];
    if (selection.all) setAsking(true);
    else if (selection.count > 0) removeSome(selection.numbers);
    else act((number) => removeSome([number]));
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    x: () => act((number) => selection.toggle(number, false)),
    '#': askDelete,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const action = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Home: () => rowOf(numbers[0])?.focus(),
      End: () => rowOf(numbers.at(-1))?.focus(),
      Delete: askDelete,
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  // After the last messages of a page were deleted, or new ones were shown, the list begins at its start.
  const scroller = useRef<HTMLDivElement>(null);
  const { refetch } = inbox;
  const readAgain = () =>
    refetch().then(
      () => scroller.current?.scrollTo({ top: 0 }),
      () => undefined,
    );

  const which = (of: number[] | 'all') => (of === 'all' ? { filter: variables.filter, upTo: newest } : { numbers: of });
  const removeAll = async () => {
    if (!(await changes.remove(which('all')))) return;
    if (open !== null) onGone();
    selection.clear();
    await refetch().catch(() => undefined);
  };
  const read = async (of: number[] | 'all') => {
    if (!(await changes.read(which(of)))) return;
    selection.clear();
    if (of === 'all') await refetch().catch(() => undefined);
  };

  useEffect(() => {
    void scroller.current?.scrollTo({ top: 0 });
  }, [search]);

  return (
    <section className={classes.list}>
      <FilterBar filters={filters} change={change} />
      {inbox.news > 0 && (
        <Button className={classes.news} radius="xl" size="xs" onClick={() => void readAgain()}>
          <FormattedMessage
            id="inbox.news"
            defaultMessage="{count, plural, one {# new message} other {# new messages}} — Show"
            values={{ count: inbox.news }}
          />
        </Button>
      )}
      <DeletedNote deletion={deletion} onUndone={([first]) => requestAnimationFrame(() => rowOf(first)?.focus())} />
      <SelectionBar
        selection={selection}
        total={total}
        shown={messages.length}
        isNarrowed={isNarrowed(filters)}
        onRead={() => void read(selection.all ? 'all' : selection.numbers)}
        onDelete={askDelete}
        asking={asking}
        onAnswer={async (yes) => {
          if (yes) await removeAll();
          setAsking(false);
          if (!yes) rowOf(asked.current)?.focus();
        }}
      />
      <Problem>{changes.problem ?? deletion.problem}</Problem>
      <div ref={scroller} className={classes.scroll}>
        {inbox.isThere ? (
          <ul onKeyDown={onKeyDown}>
            {messages.map((message) => (
              <li key={message.number} data-number={message.number}>
                <MessageRow
                  message={message}
                  to={`/inbox/${message.number}${search}`}
                  isOpen={message.number === open}
                  selected={selection.has(message.number)}
                  onSelect={(range) => selection.toggle(message.number, range)}
                />
              </li>
            ))}
          </ul>
        ) : inbox.error ? (
          <ErrorState
            title={<FormattedMessage id="inbox.failed" defaultMessage="Your messages could not be loaded." />}
            error={inbox.error}
            onRetry={() => void inbox.refetch()}
          />
        ) : (
          <Waiting>
            {Array.from({ length: 8 }, (_, index) => (
              <div key={index} className={classes.skeleton}>
                <LineSkeleton width={index % 2 ? '70%' : '85%'} />
                <LineSkeleton width="45%" height={10} />
              </div>
            ))}
          </Waiting>
        )}
        {inbox.isThere && messages.length === 0 && (
          <None filters={filters} clear={() => change(withoutFilters(filters))} />
        )}
        <div className={classes.more}>
          <ShowMore
            shown={messages.length}
            total={total}
            loading={inbox.loading}
            onMore={() => void inbox.more().catch(() => undefined)}
          />
        </div>
      </div>
    </section>
  );
}

/** Nothing to show: because nothing came, or because of the filters. */
function None({ filters, clear }: { filters: Filters; clear: () => void }) {
  if (!isNarrowed(filters)) {
    return (
      <EmptyState
        title={<FormattedMessage id="inbox.none" defaultMessage="Nothing here yet" />}
        text={
          <FormattedMessage
            id="inbox.noneText"
            defaultMessage="When somebody answers you, checks your work or writes to your team, you read it here."
          />
        }
      />
    );
  }
  return (
    <EmptyState
      title={<FormattedMessage id="inbox.noneFits" defaultMessage="No message matches these filters" />}
      action={
        <Button variant="default" onClick={clear}>
          <FormattedMessage id="inbox.showAll" defaultMessage="Show all messages" />
        </Button>
      }
    />
  );
}
