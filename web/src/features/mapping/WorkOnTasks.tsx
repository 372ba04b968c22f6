import { useQuery } from '@apollo/client/react';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { ZoomControls } from '../../components/ZoomControls';
import type { MappingPageQuery } from '../../gql/graphql';
import { unionOf, type Bbox } from '../../map/bounds';
import type { TaskMapHandle } from '../../map/TaskMap';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useEditorChoice } from '../../task/editorNames';
import type { HeldTask } from '../../task/useHeldTasks';
import { EditorLinks, type EditorAddresses } from './EditorLinks';
import { imageryTemplate } from './editorLinks';
import { MapPanel } from './MapPanel';
import classes from './MappingPage.module.css';
import { taskWorkQuery, type TaskWork } from './taskWork';
import { useLockTimer } from './useLockTimer';
import { ValidatePanel } from './ValidatePanel';
import { WorkBar } from './WorkBar';

const TaskMap = lazy(() => import('../../map/TaskMap'));

const messages = defineMessages({
  map: { id: 'work.map', defaultMessage: 'Map of your task' },
  panel: { id: 'work.panel', defaultMessage: 'Your task' },
});

const SANDBOX_EDITORS = ['ID'] as const;

export type WorkProject = NonNullable<MappingPageQuery['project']>;

export interface WorkProps {
  mode: 'map' | 'validate';
  project: WorkProject;
  store: TaskStateStore;
  viewer: { person: { osmId: number; username: string; pictureUrl: string | null } };
  instance: Omit<EditorAddresses, 'idEditorUrl'> & { lockDurationSeconds: number };
  /** The tasks of this page, also after their time has ended. */
  tasks: readonly HeldTask[];
  stillHeld: readonly HeldTask[];
  /** The person is finishing them: that they are given back is no surprise. */
  leaving: boolean;
  setLeaving: (leaving: boolean) => void;
  goOnWith: (tasks: readonly HeldTask[]) => void;
  refresh: () => void;
}

/** What the panels get beside that. */
export interface PanelProps extends WorkProps {
  details: readonly TaskWork[];
  time: ReturnType<typeof useLockTimer>;
  expiresAt: string;
  phone: boolean;
  /** Milliseconds the time was when it began. */
  total: number;
  /** The task that was handed in just before this one. */
  done: Done | null;
  setDone: (done: Done | null) => void;
}

export interface Done {
  number: number;
  answer: 'MAPPED' | 'READY' | 'BADIMAGERY';
  canUndo: boolean;
}

/** The task's map with the ways into an editor, and beside it the panel to finish it. */
export function WorkOnTasks(props: WorkProps) {
  const { mode, project, store, tasks, stillHeld, leaving, viewer, instance } = props;
  const intl = useIntl();
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  const { ref: mapBox, width } = useElementSize();
  const map = useRef<TaskMapHandle>(null);
  const { data, error, refetch } = useQuery(taskWorkQuery, { variables: { ids: tasks.map((task) => task.id) } });
  const details = (data?.nodes ?? []).flatMap((node) => (node?.__typename === 'Task' ? [node] : []));
  // The other editors would send what is only tried out to OpenStreetMap.
  const editors = project.sandbox
    ? SANDBOX_EDITORS
    : mode === 'map'
      ? project.mappingEditors
      : project.validationEditors;
  const { allowed, editor, setEditor } = useEditorChoice(editors);

  // The first to end is the one to watch.
  const expiresAt = tasks.map((task) => task.lock!.expiresAt).sort()[0]!;
  const since = tasks.find((task) => task.lock!.expiresAt === expiresAt)!.lock!.since;
  const timer = useLockTimer(expiresAt, tasks[0]!.number);
  // Given back elsewhere or taken over: then no time is left, whatever the clock says.
  const gone = stillHeld.length === 0 && !leaving;
  const time = gone ? { ...timer, phase: 'over' as const } : timer;
  const span = Date.parse(expiresAt) - Date.parse(since);
  const total = Math.min(span, instance.lockDurationSeconds * 1000) || 1;

  const bbox: Bbox | null = details.length > 0 ? unionOf(details.map((task) => task.bbox)) : null;
  const numbers = tasks.map((task) => task.number);
  const place = bbox?.join();
  useEffect(() => {
    if (place) map.current?.fitBbox(place.split(',').map(Number) as Bbox);
  }, [place]);
  const [done, setDone] = useState<Done | null>(null);
  const imagery = imageryTemplate(project.imagery);
  const padding = phone ? { top: 12, bottom: 12, left: 24, right: 24 } : { top: 80, bottom: 48, left: 48, right: 64 };

  const mapPart = (
    <div className={classes.map} ref={mapBox}>
      {error && !bbox && <ErrorState error={error} onRetry={() => void refetch()} />}
      {bbox && width > 0 && (
        <Suspense fallback={null}>
          <TaskMap
            ref={map}
            label={intl.formatMessage(messages.map)}
            store={store}
            project={project}
            own={numbers}
            viewerOsmId={viewer.person.osmId}
            padding={padding}
            bbox={bbox}
            purpose="work"
            imagery={imagery}
          />
        </Suspense>
      )}
      {bbox && (
        <EditorLinks
          work={{
            projectNumber: project.number,
            taskNumbers: numbers,
            bbox,
            changesetComment: project.changesetComment,
            imagery: project.imagery,
          }}
          addresses={{ ...instance, idEditorUrl: project.idEditorUrl }}
          allowed={allowed}
          preferred={editor}
          onOpen={setEditor}
          phone={phone}
        />
      )}
      {!phone && bbox && (
        <ZoomControls map={() => ({ zoomIn: () => map.current?.zoomBy(1), zoomOut: () => map.current?.zoomBy(-1) })} />
      )}
    </div>
  );

  const panelProps: PanelProps = { ...props, details, time, expiresAt, phone, total, done, setDone };
  const key = numbers.join();
  return (
    <div className={classes.page}>
      <WorkBar
        project={project}
        store={store}
        tasks={tasks}
        time={time}
        expiresAt={expiresAt}
        total={total}
        phone={phone}
      />
      <div className={classes.body}>
        {mapPart}
        <section className={classes.panel} aria-label={intl.formatMessage(messages.panel)} id="list">
          {mode === 'map' ? <MapPanel key={key} {...panelProps} /> : <ValidatePanel key={key} {...panelProps} />}
        </section>
      </div>
    </div>
  );
}
