import { ActionIcon, Button, Menu, Skeleton, TextInput } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconSearch, IconX } from '@tabler/icons-react';

import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { useShortcutKey } from '../../app/shortcuts';
import { ErrorState } from '../../components/ErrorState';
import { useTyped } from '../../components/useTyped';
import { stateMessages } from '../../map/stateMessages';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useTaskCounts } from '../../map/useTaskStore';
import type { Order, Show } from './filter';
import { useSelection } from './selection';
import classes from './TaskList.module.css';
import { TaskRow } from './TaskRow';
import { useTaskList } from './useTaskList';
import { useVirtualRows } from './virtualRows';

const messages = defineMessages({
  search: { id: 'taskList.search', defaultMessage: 'Task number or mapper' },
  order: { id: 'taskList.order', defaultMessage: 'Order of the tasks' },
  list: { id: 'taskList.list', defaultMessage: 'Tasks' },
});

type Props = {
  store: TaskStateStore;
  project: string;
  /** It has areas to be mapped first. */
  hasPriority: boolean;
  show: Show;
  setShow: (show: Show) => void;
  search: string;
  setSearch: (search: string) => void;
  order: Order;
  setOrder: (order: Order) => void;
  onSelect: (number: number, add: boolean) => void;
  /** Puts the cursor into the search field as it opens. */
  focusSearch?: boolean;
};

export function TaskList(props: Props) {
  const { store, show, setShow, order, setOrder } = props;
  const intl = useIntl();
  const shortcut = useShortcutKey('/');
  const [typed, setTyped] = useState(props.search);
  const setSearch = useTyped(props.setSearch, 250);
  return (
    <div className={classes.list}>
      <div className={classes.tools}>
        <TextInput
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setSearch(event.currentTarget.value);
          }}
          placeholder={intl.formatMessage(messages.search)}
          aria-label={intl.formatMessage(messages.search)}
          leftSection={<IconSearch size={18} aria-hidden />}
          autoFocus={props.focusSearch}
          aria-keyshortcuts={shortcut}
          inputSize="40"
        />
        <div className={classes.chips}>
          <ShowChips store={store} hasPriority={props.hasPriority} show={show} setShow={setShow} />
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                className={classes.order}
                aria-label={intl.formatMessage(messages.order)}
              >
                <IconArrowsSort size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {(['LAST_CHANGE', 'NUMBER'] as const).map((each) => (
                <Menu.Item
                  key={each}
                  role="menuitemradio"
                  aria-checked={order === each}
                  rightSection={order === each ? <IconCheck size={16} aria-hidden /> : null}
                  onClick={() => setOrder(each)}
                >
                  {each === 'NUMBER' ? (
                    <FormattedMessage id="taskList.byNumber" defaultMessage="By number" />
                  ) : (
                    <FormattedMessage id="taskList.byChange" defaultMessage="Newest change first" />
                  )}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <Rows {...props} onClear={() => (setTyped(''), props.setSearch(''), setShow('all'))} />
    </div>
  );
}

function ShowChips({ store, hasPriority, show, setShow }: Pick<Props, 'store' | 'hasPriority' | 'show' | 'setShow'>) {
  const counts = useTaskCounts(store);
  const chip = (value: Show, label: React.ReactNode, count?: number) => (
    <button type="button" className={classes.chip} aria-pressed={show === value} onClick={() => setShow(value)}>
      {label}
      {count !== undefined && (
        <span className={classes.count}>
          <FormattedNumber value={count} />
        </span>
      )}
    </button>
  );
  const single = show !== 'all' && show !== 'to-map' && show !== 'to-validate' && show !== 'priority' ? show : null;
  return (
    <>
      {chip('all', <FormattedMessage id="taskList.all" defaultMessage="All" />)}
      {single ? (
        <button type="button" className={classes.chip} aria-pressed onClick={() => setShow('all')}>
          <FormattedMessage {...stateMessages[single]} />
          <span className={classes.count}>
            <FormattedNumber value={counts[single]} />
          </span>
          <IconX size={14} aria-hidden />
        </button>
      ) : (
        <>
          {chip('to-map', <FormattedMessage id="taskList.toMap" defaultMessage="To map" />, counts.toMap)}
          {chip(
            'to-validate',
            <FormattedMessage id="taskList.toValidate" defaultMessage="To validate" />,
            counts.toValidate,
          )}
          {hasPriority && chip('priority', <FormattedMessage id="taskList.priority" defaultMessage="Urgent" />)}
        </>
      )}
    </>
  );
}

const ROW_PX = 55;

function Rows({ store, project, show, search, order, onSelect, onClear }: Props & { onClear: () => void }) {
  // The virtualizer hands out the same object with new content: React must not remember what was read from it.
  'use no memo';
  const intl = useIntl();
  const { selected } = useSelection();
  const { tasks, total, hasMore, loading, error, more, changes, showChanges } = useTaskList({
    store,
    project,
    show,
    search,
    order,
  });
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const digits = useRef({ typed: '', at: 0 });

  // A task chosen on the map that is not among the rows yet stands above them, so that it can be seen at all.
  const listed = tasks ?? [];
  const alone = selected.length === 1 ? selected[0]! : null;
  const pinned = alone !== null && tasks && !listed.some((task) => task.number === alone) ? alone : null;
  const rows = [
    ...(pinned === null ? [] : [{ number: pinned, task: null }]),
    ...listed.map((task) => ({ number: task.number, task })),
  ];
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 15) more();
  }, [hasMore, last, rows.length, more]);

  const place = alone === null ? -1 : rows.findIndex((row) => row.number === alone);
  const scrolledTo = useRef<number | null>(null);
  useEffect(() => {
    // Once for each selection: scrolling by hand must not be undone by a change in the list.
    // Nor is the browser asked to lay out the page where the row is in view.
    const from = virtual.scrollOffset ?? 0;
    const inView = place * ROW_PX >= from && (place + 1) * ROW_PX <= from + (virtual.scrollRect?.height ?? 0);
    if (alone !== scrolledTo.current && place >= 0 && !inView) virtual.scrollToIndex(place, { align: 'auto' });
    if (alone === null || place >= 0) scrolledTo.current = alone;
  }, [alone, place, virtual]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ?? Math.max(place, -1);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) moveTo(move);
    else if ((event.key === 'Enter' || event.key === ' ') && active !== null && rows[active]) {
      onSelect(rows[active].number, event.shiftKey || event.ctrlKey || event.key === ' ');
    } else if (/^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const now = event.timeStamp;
      const typed = now - digits.current.at < 900 ? digits.current.typed + event.key : event.key;
      digits.current = { typed, at: now };
      if (store.task(Number(typed))) onSelect(Number(typed), false);
    } else return;
    event.preventDefault();
  };

  if (error && !tasks) {
    return (
      <ErrorState
        title={<FormattedMessage id="taskList.error" defaultMessage="The list of tasks could not be loaded." />}
        error={error}
        onRetry={() => void showChanges()}
      />
    );
  }
  if (!tasks) return <RowSkeletons />;
  if (tasks.length === 0 && !loading) {
    return (
      <div className={classes.empty}>
        <p>
          <FormattedMessage id="taskList.none" defaultMessage="No task matches." />
        </p>
        <Button variant="default" onClick={onClear}>
          <FormattedMessage id="taskList.clear" defaultMessage="Show all tasks" />
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.rowsBox}>
      {changes > 0 && (
        <button
          type="button"
          className={classes.pill}
          onClick={() => {
            scroller.current?.scrollTo({ top: 0 });
            void showChanges();
          }}
        >
          <FormattedMessage
            id="taskList.changes"
            defaultMessage="{count, plural, one {# change} other {# changes}} — Show"
            values={{ count: changes }}
          />
        </button>
      )}
      <div
        ref={scroller}
        className={classes.rows}
        role="listbox"
        tabIndex={0}
        aria-label={intl.formatMessage(messages.list)}
        aria-multiselectable
        aria-activedescendant={active !== null && rows[active] ? `task-${rows[active].number}` : undefined}
        aria-busy={loading}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(null)}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {items.map((item) => {
            const row = rows[item.index]!;
            return (
              <div
                key={row.number}
                id={`task-${row.number}`}
                role="option"
                aria-selected={selected.includes(row.number)}
                aria-setsize={total}
                aria-posinset={item.index + 1}
                data-active={active === item.index || undefined}
                className={classes.row}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                onClick={(event: MouseEvent) => onSelect(row.number, event.shiftKey || event.ctrlKey || event.metaKey)}
              >
                <TaskRow store={store} number={row.number} task={row.task} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function RowSkeletons() {
  return (
    <div aria-busy="true">
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className={classes.row} style={{ position: 'static', height: ROW_PX }}>
          <Skeleton width={28} height={28} radius={7} />
          <span className={classes.rowText}>
            <Skeleton width={70} height={12} my={4} />
            <Skeleton width={150} height={10} my={4} />
          </span>
        </div>
      ))}
    </div>
  );
}
