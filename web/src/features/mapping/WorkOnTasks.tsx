import { useQuery } from '@apollo/client/react';
import { useElementSize, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { ZoomControls } from '../../components/ZoomControls';
import type { Editor, MappingPageQuery } from '../../gql/graphql';
import { unionOf, type Bbox } from '../../map/bounds';
import type { TaskMapHandle } from '../../map/TaskMap';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useEditorChoice } from '../../task/editorNames';
import type { HeldTask } from '../../task/useHeldTasks';
import { EditorFrame } from './EditorFrame';
import { EditorLinks, type EditorAddresses } from './EditorLinks';
import { imageryTemplate, workOf } from './editorLinks';
import { FoldedPanel } from './FoldedPanel';
import { LeaveGuard } from './LeaveGuard';
import { MapPanel } from './MapPanel';
import classes from './MappingPage.module.css';
import { placeOf } from './place';
import { taskWorkQuery, type TaskWork } from './taskWork';
import { SandboxGate } from './SandboxGate';
import { useLockTimer } from './useLockTimer';
import { useSandboxAccess } from './useSandboxAccess';
import { ValidatePanel } from './ValidatePanel';
import { WorkBar } from './WorkBar';
import { mapPart } from '../../app/part';

const TaskMap = mapPart(() => import('../../map/TaskMap'));

const messages = defineMessages({
  map: { id: 'work.map', defaultMessage: 'Map of your task' },
  panel: { id: 'work.panel', defaultMessage: 'Your task' },
});

const SANDBOX_EDITORS: readonly Editor[] = ['ID'];

export type WorkProject = NonNullable<MappingPageQuery['project']>;

export interface WorkProps {
  mode: 'map' | 'validate';
  project: WorkProject;
  store: TaskStateStore;
  viewer: { person: { osmId: number; username: string; pictureUrl: string | null } };
  instance: Omit<EditorAddresses, 'idEditorUrl'> & {
    lockDurationSeconds: number;
    osmUrl: string;
    sandboxAuthUrl: string | null;
    standIn: boolean;
    editorsInPage: readonly { editor: Editor; assetsUrl: string }[];
  };
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
  /** Edits in the editor of this page that are not saved yet. */
  unsaved: number;
  /** Takes the map or the editor to one of the tasks. */
  onShow: (number: number) => void;
  /** Makes the panel narrow; null on a phone. */
  onFold: (() => void) | null;
  /** The task that was handed in just before this one. */
  done: Done | null;
  setDone: (done: Done | null) => void;
}

export interface Done {
  number: number;
  answer: 'MAPPED' | 'READY' | 'BADIMAGERY';
  canUndo: boolean;
}

/** The editor, or the task's map with the ways into one, and beside it the panel to finish the task. */
export function WorkOnTasks(props: WorkProps) {
  const { mode, project, store, tasks, stillHeld, leaving, viewer, instance } = props;
  const intl = useIntl();
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  const { ref: mapBox, width, height } = useElementSize();
  const map = useRef<TaskMapHandle>(null);
  const { data, error, refetch } = useQuery(taskWorkQuery, { variables: { ids: tasks.map((task) => task.id) } });
  const found = useMemo(
    () => (data?.nodes ?? []).flatMap((node) => (node?.__typename === 'Task' ? [node] : [])),
    [data],
  );
  // Those of the task before stay until the next one's are there: the editor is not taken down meanwhile.
  const [details, setDetails] = useState<readonly TaskWork[]>(found);
  if (found.length > 0 && found !== details) setDetails(found);

  // The other editors would send what is only tried out to OpenStreetMap.
  const editors = project.sandbox
    ? SANDBOX_EDITORS
    : mode === 'map'
      ? project.mappingEditors
      : project.validationEditors;
  const { allowed, editor, setEditor } = useEditorChoice(editors, project.customEditor);
  const sandbox = useSandboxAccess(instance.sandboxAuthUrl, project.database, project.idEditorUrl);
  // Without a token for it, a sandbox is edited on its own website.
  const isHere = !project.sandbox || (instance.sandboxAuthUrl !== null && project.idEditorUrl !== null);
  const inPage = isHere ? instance.editorsInPage.find((each) => each.editor === editor) : undefined;
  const [unsaved, setUnsaved] = useState(0);
  const [folded, setFolded] = useLocalStorage({ key: 'taskgrid-panel-folded', defaultValue: false });
  const onEdits = useCallback((count: number) => setUnsaved(count), []);

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
  const at = bbox?.join();
  useEffect(() => {
    if (at) map.current?.fitBbox(at.split(',').map(Number) as Bbox);
  }, [at]);
  const [done, setDone] = useState<Done | null>(null);
  // Another size alone moves nothing: the editor follows its window by itself, and goes elsewhere with another `key`.
  const [shown, setShown] = useState<number | null>(null);
  const place = useMemo(
    () => (width > 0 ? placeOf(details, shown, { width, height }) : null),
    [details, shown, width, height],
  );
  const onShow = (number: number) => {
    setShown(number);
    const task = details.find((each) => each.number === number);
    if (task) map.current?.fitBbox(task.bbox as Bbox);
  };
  const imagery = imageryTemplate(project.imagery);
  const padding = phone ? { top: 12, bottom: 12, left: 24, right: 24 } : { top: 80, bottom: 48, left: 48, right: 64 };
  const addresses = { ...instance, idEditorUrl: project.idEditorUrl };

  const framed = !phone && inPage !== undefined;
  const mapPart = (
    <div className={classes.map} ref={mapBox}>
      {error && !bbox && <ErrorState error={error} onRetry={() => void refetch()} />}
      {framed && project.sandbox && !sandbox.connection && <SandboxGate access={sandbox} />}
      {framed && (!project.sandbox || sandbox.connection) && (
        <EditorFrame
          key={inPage.assetsUrl}
          editor={editor as 'ID' | 'RAPID'}
          assetsUrl={inPage.assetsUrl}
          project={project}
          place={place}
          standIn={instance.standIn}
          connection={sandbox.connection}
          onEdits={onEdits}
        />
      )}
      {!framed && bbox && width > 0 && (
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
      {!framed && bbox && (
        <EditorLinks
          work={workOf(project, details, bbox)}
          addresses={addresses}
          custom={project.customEditor}
          allowed={allowed}
          preferred={editor}
          onOpen={setEditor}
          phone={phone}
          isSandbox={project.sandbox}
        />
      )}
      {!framed && !phone && bbox && (
        <ZoomControls map={() => ({ zoomIn: () => map.current?.zoomBy(1), zoomOut: () => map.current?.zoomBy(-1) })} />
      )}
    </div>
  );

  const onFold = phone ? null : () => setFolded(true);
  const panelProps: PanelProps = {
    ...props,
    details,
    time,
    expiresAt,
    phone,
    total,
    done,
    setDone,
    unsaved,
    onFold,
    onShow,
  };
  const key = numbers.join();
  const narrow = folded && !phone;
  return (
    <div className={classes.page}>
      <LeaveGuard unsaved={unsaved} leaving={leaving} />
      <WorkBar
        project={project}
        store={store}
        tasks={tasks}
        time={time}
        expiresAt={expiresAt}
        total={total}
        phone={phone}
        editor={{ allowed, chosen: editor, choose: setEditor, unsaved, framed }}
      />
      {/* The panel comes first for the keyboard: an editor has a hundred stops of its own. */}
      <div className={classes.body}>
        {narrow && <FoldedPanel numbers={numbers} time={time} onOpen={() => setFolded(false)} />}
        {/* Folded away it stays: what it holds is not lost, and its time goes on. */}
        <section className={classes.panel} aria-label={intl.formatMessage(messages.panel)} id="list" hidden={narrow}>
          {mode === 'map' ? <MapPanel key={key} {...panelProps} /> : <ValidatePanel key={key} {...panelProps} />}
        </section>
        {mapPart}
      </div>
    </div>
  );
}
