import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { SegmentedFilter } from '../../components/SegmentedFilter';
import { shares } from '../../map/percent';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useTaskCounts } from '../../map/useTaskStore';
import { ActivityTab } from './ActivityTab';
import type { Segment, useTaskFilter } from './filter';
import { InstructionsTab } from './InstructionsTab';
import { PeopleTab } from './PeopleTab';
import { Tasks, type PanelProject } from './ProjectPanel';
import classes from './TasksPage.module.css';

const messages = defineMessages({
  views: { id: 'tasksPage.views', defaultMessage: 'View' },
  back: { id: 'tasksPage.backToProject', defaultMessage: 'Back to the project' },
  more: { id: 'tasksPage.more', defaultMessage: 'More about the project' },
  search: { id: 'tasksPage.search', defaultMessage: 'Search the tasks' },
});

type Props = { project: PanelProject; store: TaskStateStore; filter: ReturnType<typeof useTaskFilter> };

/** A phone's head of the page: the project's name and share done, and which part fills the page. */
export function PhoneHead({ project, store, filter }: Props) {
  const intl = useIntl();
  const counts = useTaskCounts(store);
  const segment = (value: Segment, label: ReactNode) => ({ value, label });
  return (
    <header className={classes.phoneHead}>
      <div className={classes.phoneTitle}>
        <ActionIcon
          component={Link}
          to={`/projects/${project.number}`}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={intl.formatMessage(messages.back)}
        >
          <IconArrowLeft size={22} aria-hidden className={classes.backArrow} />
        </ActionIcon>
        <div className={classes.phoneName}>
          <h1>{project.name}</h1>
          <p>
            <FormattedMessage
              id="tasksPage.share"
              defaultMessage="#{project} · {validated}% validated, {mapped}% mapped"
              values={{
                project: project.number,
                ...shares(counts),
              }}
            />
          </p>
        </div>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={44} aria-label={intl.formatMessage(messages.more)}>
              <IconChevronDown size={22} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => filter.setSegment('activity')}>
              <FormattedMessage id="projectPanel.activity" defaultMessage="Activity" />
            </Menu.Item>
            <Menu.Item onClick={() => filter.setSegment('people')}>
              <FormattedMessage id="projectPanel.people" defaultMessage="People" />
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.segments}>
        <SegmentedFilter
          label={intl.formatMessage(messages.views)}
          value={filter.segment}
          onChange={filter.setSegment}
          options={[
            segment('map', <FormattedMessage id="tasksPage.mapView" defaultMessage="Map" />),
            segment('tasks', <FormattedMessage id="projectPanel.tasks" defaultMessage="Tasks" />),
            segment('instructions', <FormattedMessage id="projectPanel.instructions" defaultMessage="Instructions" />),
          ]}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={intl.formatMessage(messages.search)}
          onClick={() => filter.setSegment('tasks')}
        >
          <IconSearch size={22} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}

/** The part that fills a phone's page in place of the map. */
export function PhonePanel(props: Parameters<typeof Tasks>[0]) {
  const project = String(props.project.number);
  switch (props.filter.segment) {
    case 'instructions':
      return <InstructionsTab project={project} />;
    case 'activity':
      return <ActivityTab project={project} store={props.store} onTask={(number) => props.onSelect(number, false)} />;
    case 'people':
      return <PeopleTab project={project} />;
    default:
      return <Tasks {...props} />;
  }
}
