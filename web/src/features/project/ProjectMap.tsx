import { useElementSize } from '@mantine/hooks';
import { Suspense, useRef, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router';
import { ZoomControls } from '../../components/ZoomControls';
import type { MappedProject, TaskMapHandle } from '../../map/TaskMap';
import type { TaskStateStore } from '../../map/taskStateStore';
import classes from './Overview.module.css';
import { mapPart } from '../../app/part';

// Large, and not needed to read what the project is about.
const TaskMap = mapPart(() => import('../../map/TaskMap'));

const messages = defineMessages({
  map: { id: 'overview.map', defaultMessage: 'Map of the tasks. Arrow keys go from task to task, Enter opens one.' },
  open: { id: 'overview.openMap', defaultMessage: 'Open the map of the tasks' },
});

type Props = {
  number: number;
  project: MappedProject;
  store: TaskStateStore;
  /** In one column: it shows, and leads to the tasks, but does not take the finger that scrolls the page. */
  strip: boolean;
};

/** The task grid in the colours of the states, live. A click on a task opens it. */
export function ProjectMap({ number, project, store, strip }: Props) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { ref, height } = useElementSize();
  const map = useRef<TaskMapHandle>(null);
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <p className={classes.noMap}>
        <FormattedMessage
          id="overview.noMap"
          defaultMessage="This browser cannot draw the map. The tasks page has all tasks as a list."
        />
      </p>
    );
  }
  const padding = strip ? { top: 16, bottom: 16, left: 16, right: 16 } : { top: 32, bottom: 112, left: 32, right: 32 };
  return (
    <div ref={ref} className={classes.mapBox}>
      {height > 0 && (
        <div dir="ltr" className={classes.mapBox} inert={strip}>
          <Suspense fallback={null}>
            <TaskMap
              ref={map}
              label={intl.formatMessage(messages.map)}
              store={store}
              project={project}
              padding={padding}
              onSelect={(task) => task !== null && void navigate(`/projects/${number}/tasks?task=${task}`)}
              onFailure={() => setFailed(true)}
            />
          </Suspense>
        </div>
      )}
      {strip ? (
        <Link
          to={`/projects/${number}/tasks`}
          className={classes.openMap}
          aria-label={intl.formatMessage(messages.open)}
        />
      ) : (
        <ZoomControls
          map={() => map.current && { zoomIn: () => map.current?.zoomBy(1), zoomOut: () => map.current?.zoomBy(-1) }}
          className={classes.zoom}
        />
      )}
    </div>
  );
}
