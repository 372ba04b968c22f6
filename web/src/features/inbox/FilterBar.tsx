import { useLazyQuery } from '@apollo/client/react';
import { CloseButton, Menu, TextInput } from '@mantine/core';
import { IconArrowsSort, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { useTyped } from '../../components/useTyped';
import { graphql } from '../../gql';
import classes from './FilterBar.module.css';
import { KINDS, type Filters, type Kind, type Order } from './filters';

const words = defineMessages({
  all: { id: 'inbox.kind.all', defaultMessage: 'All' },
  messages: { id: 'inbox.kind.messages', defaultMessage: 'Messages' },
  projects: { id: 'inbox.kind.projects', defaultMessage: 'Projects' },
  tasks: { id: 'inbox.kind.tasks', defaultMessage: 'Tasks' },
  teams: { id: 'inbox.kind.teams', defaultMessage: 'Teams' },
  newest: { id: 'order.newest', defaultMessage: 'Newest first' },
  oldest: { id: 'inbox.order.oldest', defaultMessage: 'Oldest first' },
  unread: { id: 'inbox.order.unread', defaultMessage: 'Unread first' },
  kinds: { id: 'inbox.kinds', defaultMessage: 'Kind of message' },
  from: { id: 'inbox.from', defaultMessage: 'Name of the sender' },
  clear: { id: 'inbox.clear', defaultMessage: 'Clear' },
});
const orders: readonly Order[] = ['newest', 'oldest', 'unread'];

const projectsQuery = graphql(`
  query InboxProjects {
    viewer {
      notifications(first: 100) {
        edges {
          node {
            number
            projectNumber
            project {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Props = { filters: Filters; change: (some: Partial<Filters>) => void };

/** The heading of the inbox, and what narrows and orders it. */
export function FilterBar({ filters, change }: Props) {
  const intl = useIntl();
  const [load, { data }] = useLazyQuery(projectsQuery, { fetchPolicy: 'cache-and-network' });
  const projects = new Map(
    (data?.viewer?.notifications.edges ?? []).flatMap(({ node }) =>
      node.projectNumber ? [[node.projectNumber, node.project?.name ?? null] as const] : [],
    ),
  );
  if (filters.project && !projects.has(filters.project)) projects.set(filters.project, null);
  const projectWord = (number: number) =>
    intl.formatMessage({ id: 'inbox.project', defaultMessage: 'Project {number}' }, { number });

  return (
    <header className={classes.bar}>
      <div className={classes.head}>
        <h1>
          <FormattedMessage id="page.inbox" defaultMessage="Inbox" />
        </h1>
        <SenderField value={filters.from} onChange={(from) => change({ from })} />
      </div>
      <div className={classes.kinds}>
        <SegmentedFilter
          label={intl.formatMessage(words.kinds)}
          options={(Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: intl.formatMessage(words[value]) }))}
          value={filters.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <div className={classes.chips}>
        <button
          type="button"
          className={classes.chip}
          aria-pressed={filters.unread}
          onClick={() => change({ unread: !filters.unread })}
        >
          <FormattedMessage id="inbox.unreadOnly" defaultMessage="Unread only" />
        </button>
        <Menu position="bottom-start" onOpen={() => void load()}>
          <Menu.Target>
            <button type="button" className={classes.chip} data-chosen={filters.project ? true : undefined}>
              {filters.project ? (
                projectWord(filters.project)
              ) : (
                <FormattedMessage id="inbox.anyProject" defaultMessage="Any project" />
              )}
              <IconChevronDown size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah="min(60vh, 400px)" maw={340} style={{ overflowY: 'auto' }}>
            <Menu.RadioGroup
              value={String(filters.project ?? '')}
              onChange={(value) => change({ project: value ? Number(value) : null })}
            >
              <Menu.RadioItem value="" closeMenuOnClick>
                <FormattedMessage id="inbox.anyProject" defaultMessage="Any project" />
              </Menu.RadioItem>
              {[...projects].map(([number, name]) => (
                <Menu.RadioItem key={number} value={String(number)} closeMenuOnClick>
                  <bdi>{name ?? projectWord(number)}</bdi> <span className={classes.number}>#{number}</span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className={`${classes.chip} ${classes.order}`}>
              <IconArrowsSort size={16} aria-hidden />
              {intl.formatMessage(words[filters.order])}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.RadioGroup value={filters.order} onChange={(order) => change({ order: order as Order })}>
              {orders.map((order) => (
                <Menu.RadioItem key={order} value={order} closeMenuOnClick>
                  {intl.formatMessage(words[order])}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}

/** Narrows by the beginning of the sender's name, a moment after the last letter. */
function SenderField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const intl = useIntl();
  const [typed, setTyped] = useState({ text: value, of: value });
  // The address was changed from elsewhere: Back, or "Show all messages".
  if (typed.of !== value) setTyped({ text: value, of: value });
  const send = useTyped(onChange, 300);
  const label = intl.formatMessage(words.from);
  const set = (text: string) => {
    setTyped({ text, of: value });
    send(text.trim());
  };
  return (
    <TextInput
      size="xs"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      value={typed.text}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed.text && <CloseButton size="sm" aria-label={intl.formatMessage(words.clear)} onClick={() => set('')} />
      }
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
