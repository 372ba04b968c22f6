import type { FragmentType } from '@apollo/client';
import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconLayoutSidebarLeftCollapse, IconShare2 } from '@tabler/icons-react';
import { memo } from 'react';
import { FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import type { GeoJSON } from 'geojson';
import { Link } from 'react-router';
import { FavouriteButton, type favouriteFragment } from '../../components/FavouriteButton';
import { PanelTabs } from '../../components/PanelTabs';
import { boxOf } from '../../map/bounds';
import { shares } from '../../map/percent';
import { StateBar } from '../../map/StateBar';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useTaskCounts } from '../../map/useTaskStore';
import { ActivityTab } from './ActivityTab';
import type { Tab, useTaskFilter } from './filter';
import { InstructionsTab } from './InstructionsTab';
import { PeopleTab } from './PeopleTab';
import classes from './ProjectPanel.module.css';
import { TaskList } from './TaskList';

const messages = defineMessages({
  share: { id: 'projectPanel.share', defaultMessage: 'Copy the link to this project' },
  copied: { id: 'projectPanel.copied', defaultMessage: 'Link copied' },
  fold: { id: 'projectPanel.fold', defaultMessage: 'Fold the panel' },
  tabs: { id: 'projectPanel.tabs', defaultMessage: 'Project' },
});

export type PanelProject = FragmentType<typeof favouriteFragment> & {
  id: string;
  number: number;
  name: string;
  contributorCount: number;
  organisation: { name: string } | null;
  priorityAreas: GeoJSON;
};

type Props = {
  store: TaskStateStore;
  project: PanelProject;
  filter: ReturnType<typeof useTaskFilter>;
  onSelect: (number: number, add: boolean) => void;
  onFold?: () => void;
  /** People who are signed in have favourites. */
  signedIn?: boolean;
};

/** Whose project it is, how far it is, and its tasks, instructions, activity and people. */
export const ProjectPanel = memo(function ProjectPanel({ store, project, filter, onSelect, onFold, signedIn }: Props) {
  const intl = useIntl();
  const tab: Tab = filter.segment === 'map' ? 'tasks' : filter.segment;
  return (
    <>
      <header className={classes.head}>
        <div className={classes.over}>
          <span className={classes.organisation}>
            {project.organisation && <>{project.organisation.name} · </>}
            <bdi>#{project.number}</bdi>
          </span>
          {signedIn && <FavouriteButton project={project} />}
          <CopyButton value={`${location.origin}/projects/${project.number}/tasks`}>
            {({ copied, copy }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                onClick={copy}
                aria-label={intl.formatMessage(copied ? messages.copied : messages.share)}
              >
                {copied ? <IconCheck size={20} aria-hidden /> : <IconShare2 size={20} aria-hidden />}
              </ActionIcon>
            )}
          </CopyButton>
          {onFold && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              onClick={onFold}
              aria-label={intl.formatMessage(messages.fold)}
              title={intl.formatMessage(messages.fold)}
            >
              <IconLayoutSidebarLeftCollapse size={20} aria-hidden className={classes.fold} />
            </ActionIcon>
          )}
        </div>
        <h1 className={classes.name}>
          <Link to={`/projects/${project.number}`}>{project.name}</Link>
        </h1>
        <Progress store={store} />
      </header>
      <PanelTabs
        label={intl.formatMessage(messages.tabs)}
        value={tab}
        onChange={filter.setSegment}
        tabs={[
          {
            value: 'tasks',
            label: <FormattedMessage id="projectPanel.tasks" defaultMessage="Tasks" />,
            panel: <Tasks store={store} project={project} filter={filter} onSelect={onSelect} />,
          },
          {
            value: 'instructions',
            label: <FormattedMessage id="projectPanel.instructions" defaultMessage="Instructions" />,
            panel: <InstructionsTab project={String(project.number)} />,
          },
          {
            value: 'activity',
            label: <FormattedMessage id="projectPanel.activity" defaultMessage="Activity" />,
            panel: (
              <ActivityTab
                project={String(project.number)}
                store={store}
                onTask={(number) => onSelect(number, false)}
              />
            ),
          },
          {
            value: 'people',
            label: <FormattedMessage id="projectPanel.people" defaultMessage="People" />,
            count: <FormattedNumber value={project.contributorCount} />,
            panel: <PeopleTab project={String(project.number)} />,
          },
        ]}
      />
    </>
  );
});

/** The list of tasks with the project's filter; also a phone's segment. */
export function Tasks({ store, project, filter, onSelect }: Props) {
  return (
    <TaskList
      store={store}
      project={String(project.number)}
      hasPriority={boxOf(project.priorityAreas) !== null}
      show={filter.show}
      setShow={filter.setShow}
      search={filter.search}
      setSearch={filter.setSearch}
      order={filter.order}
      setOrder={filter.setOrder}
      onSelect={onSelect}
    />
  );
}

function Progress({ store }: { store: TaskStateStore }) {
  const counts = useTaskCounts(store);
  return (
    <>
      <StateBar counts={counts} />
      <p className={classes.percents}>
        <span>
          <FormattedMessage
            id="projectPanel.percents"
            defaultMessage="<b>{validated}%</b> validated · <b>{mapped}%</b> mapped"
            values={{
              ...shares(counts),
              b: (chunks) => <b key={String(chunks)}>{chunks}</b>,
            }}
          />
        </span>
        <span className={classes.count}>
          <FormattedMessage
            id="projectPanel.count"
            defaultMessage="{count, plural, one {# task} other {# tasks}}"
            values={{ count: counts.total }}
          />
        </span>
      </p>
    </>
  );
}
