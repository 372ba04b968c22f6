import { ActionIcon, useDirection } from '@mantine/core';
import { useCallbackRef, useElementSize, useLocalStorage, useMediaQuery, useWindowEvent } from '@mantine/hooks';
import { IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useAfterPaint } from '../../components/useAfterPaint';
import { boxOf, type Bbox } from '../../map/bounds';
import { isToMap, isToValidate } from '../../map/states';
import type { MapPadding, MappedProject, TaskMapHandle } from '../../map/TaskMap';
import type { TaskStateStore } from '../../map/taskStateStore';
import { useTaskCounts } from '../../map/useTaskStore';
import { chooseAction, type Permission } from './action';
import { statesOf, useTaskFilter, type Show } from './filter';
import { Legend } from './Legend';
import { MapControls } from './MapControls';
import { Presence } from '../../task/Presence';
import { PhoneHead, PhonePanel } from './PhoneHead';
import { ProjectPanel, type PanelProject } from './ProjectPanel';
import { useSelection } from './selection';
import { SelectionCard } from './SelectionCard';
import { Sheet } from './Sheet';
import { TaskAction } from './TaskAction';
import { TaskCard, type CardTask } from './TaskCard';
import classes from './TasksPage.module.css';
import { useClaim } from './useClaim';
import { useHeldTasks } from '../../task/useHeldTasks';
import { useLiveSummary } from './useLiveSummary';
import { mapPart } from '../../app/part';

// The map is large and comes by itself, asked for with the page; list and card do not wait for it.
const mapCode = () => import('../../map/TaskMap');
mapCode().catch(() => undefined);
const TaskMap = mapPart(mapCode);

const messages = defineMessages({
  map: { id: 'tasksPage.map', defaultMessage: 'Map of the tasks. Arrow keys go from task to task, Enter selects.' },
  list: { id: 'tasksPage.list', defaultMessage: 'Project and tasks' },
  unfold: { id: 'tasksPage.unfold', defaultMessage: 'Show the panel' },
});

type Project = PanelProject &
  MappedProject & {
    enforceRandomTaskSelection: boolean;
    viewerCanEdit: Permission;
    viewerCanMap: Permission;
    viewerCanValidate: Permission;
  };

/** The edges of the map that its floating cards cover, in CSS px: the project is fitted into what is left. */
function freePart(width: number, phone: boolean, rtl: boolean): MapPadding {
  if (phone) return { top: 64, bottom: 72, left: 16, right: 16 };
  if (width < 860) return { top: 72, bottom: 48, left: 24, right: 72 };
  const start = 244;
  const end = 360;
  return { top: 72, bottom: 56, left: rtl ? end : start, right: rtl ? start : end };
}

export function TasksOfProject({ project, store }: { project: Project; store: TaskStateStore }) {
  const intl = useIntl();
  const phone = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false });
  const { ref: mapBox, width } = useElementSize();
  const map = useRef<TaskMapHandle>(null);
  const filter = useTaskFilter();
  const { selected, select, toggle } = useSelection();
  const { viewer, held, instance, loading, refetch } = useHeldTasks(store);
  const [alwaysPatterns, setAlwaysPatterns] = useLocalStorage({ key: 'taskgrid-always-patterns', defaultValue: false });
  const [folded, setFolded] = useLocalStorage({
    key: 'taskgrid-panel-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [boxByTaps, setBoxByTaps] = useState(false);
  const [noMap, setNoMap] = useState(false);
  const offered = useRef(new Set<number>());
  const claim = useClaim({ project, select, refresh: () => void refetch().catch(() => undefined) });
  useLiveSummary(store);
  const { clear } = claim;

  const canTakeSeveral = viewer !== null && (project.viewerCanValidate.allowed || project.viewerCanEdit.allowed);
  // The same functions all the time, so that the list, the map and what floats on it are not built anew with every selection.
  const choose = useCallbackRef((number: number | null, add: boolean) => {
    clear();
    if (number === null) {
      if (selected.length > 0 && !add) select([]);
    } else if (phone && filter.segment !== 'map') select([number], { view: null });
    else toggle(number, add && canTakeSeveral);
  });
  const chooseBox = useCallbackRef((numbers: number[]) => {
    setBoxByTaps(false);
    clear();
    if (numbers.length > 0) select([...new Set([...selected, ...numbers])]);
  });
  const fold = useCallback(() => setFolded(true), [setFolded]);
  const goTo = useCallback((number: number) => select([number]), [select]);
  const zoomBy = useCallback((steps: number) => map.current?.zoomBy(steps), []);
  const fitProject = useCallback(() => map.current?.fitProject(), []);
  const mapFailed = useCallback(() => setNoMap(true), []);
  const alone = selected.length === 1 ? selected[0]! : null;
  // A task of the address may be known before the map is: it is shown when both are.
  const awaited = useRef<[number, Bbox] | null>(null);
  const located = useCallback((...task: [number, Bbox]) => {
    awaited.current = map.current?.reveal(...task) ? null : task;
  }, []);
  const mapReady = useCallback(() => {
    if (awaited.current) located(...awaited.current);
  }, [located]);
  // A frame of the map takes long: the card comes before it.
  const marked = useAfterPaint(selected);
  const rtl = useDirection().dir === 'rtl';
  const padding = useMemo(() => freePart(width, phone, rtl), [width, phone, rtl]);

  /** Selects a suitable task near the last that was not offered yet; where all were, it begins anew. */
  const another = (fits: typeof isToMap) => {
    const suitable = (number: number) => {
      const state = store.task(number)?.state;
      return state !== undefined && fits(state) && number !== alone && !offered.current.has(number);
    };
    if (alone !== null) offered.current.add(alone);
    const find = () => map.current?.nearestTask(alone, suitable) ?? pickOne(store.numbersIn(fits).filter(suitable));
    let next = find();
    if (next === null && offered.current.size > 1) {
      offered.current.clear();
      next = find();
    }
    clear();
    if (next !== null) select([next]);
  };

  // Escape leaves wherever the focus is, unless something that is open wants it for itself: by the time the key gets here
  // that may have closed already.
  const somethingOpen = useRef(false);
  useWindowEvent(
    'keydown',
    () => {
      somethingOpen.current = document.querySelector('[role="dialog"], [role="menu"]') !== null;
    },
    { capture: true },
  );
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || somethingOpen.current) return;
    if (event.target instanceof Element && event.target.closest('textarea')) return;
    if (boxByTaps) setBoxByTaps(false);
    else if (selected.length > 0) select([]);
  });

  const priorityBox = useMemo(() => boxOf(project.priorityAreas), [project.priorityAreas]);
  const setShow = useCallbackRef((show: Show) => {
    filter.setShow(show);
    if (show === 'priority' && priorityBox) map.current?.fitBbox(priorityBox);
  });
  const shown = useMemo(() => statesOf(filter.show), [filter.show]);
  const panelFilter = useMemo(() => ({ ...filter, setShow }), [filter, setShow]);

  const counts = useTaskCounts(store);
  const foot = (task: CardTask | null) => {
    const now = alone === null ? null : store.task(alone);
    // Rights are the server's to say: until it has, no action is offered that might be refused.
    if (loading && viewer === undefined) return null;
    if (alone !== null && !task) return null;
    const action = chooseAction({
      signedIn: Boolean(viewer),
      projectNumber: project.number,
      task: task && {
        number: task.number,
        state: now?.state ?? task.status,
        canMap: task.viewerCanMap,
        canValidate: task.viewerCanValidate,
      },
      project: {
        canMap: project.viewerCanMap,
        canValidate: project.viewerCanValidate,
        taskLeftToMap: counts.toMap > 0,
        randomOnly: project.enforceRandomTaskSelection,
      },
      held: [
        // Of this project the feed knows first.
        ...store
          .locks()
          .filter((lock) => lock.holder.osmId === viewer?.person.osmId)
          .map(({ number, kind }) => ({ number, projectNumber: project.number, kind })),
        ...held.flatMap(({ number, project: of, lock }) =>
          lock && of.number !== project.number ? [{ number, projectNumber: of.number, kind: lock.kind }] : [],
        ),
      ],
    });
    const fits = now && isToValidate(now.state) ? isToValidate : isToMap;
    const others = (fits === isToMap ? counts.toMap : counts.toValidate) > (now && fits(now.state) ? 1 : 0);
    return (
      <TaskAction
        action={action}
        now={now}
        busy={claim.busy}
        lockHours={Math.round((instance?.lockDurationSeconds ?? 7200) / 3600)}
        phone={phone}
        onMap={(number) => void claim.mapTask(number)}
        onMapAny={() => void claim.mapAny(null)}
        onValidate={(number) => void claim.validateTasks([number])}
        onAnother={alone !== null && others ? () => another(fits) : null}
        projectNumber={project.number}
        returnTo={`${location.pathname}${location.search}`}
      />
    );
  };

  const card: ReactNode =
    selected.length > 1 ? (
      <SelectionCard
        store={store}
        project={project}
        selected={selected}
        select={select}
        canValidate={viewer ? project.viewerCanValidate : { allowed: false }}
        busy={claim.busy}
        notice={claim.notice}
        refusals={claim.refusals}
        onValidate={(numbers) => void claim.validateTasks(numbers)}
      />
    ) : alone !== null ? (
      <TaskCard
        key={alone}
        store={store}
        project={project}
        number={alone}
        onClose={() => select([])}
        notice={claim.notice}
        foot={foot}
        onLocated={located}
      />
    ) : (
      <NothingSelected notice={claim.notice}>{foot(null)}</NothingSelected>
    );

  const showsMap = !phone || filter.segment === 'map';
  const mapped = filter.show === 'to-validate' && canTakeSeveral ? store.numbersIn(isToValidate) : [];
  return (
    <div className={classes.page}>
      {phone ? (
        <PhoneHead project={project} store={store} filter={panelFilter} />
      ) : folded ? (
        <section className={classes.strip} aria-label={intl.formatMessage(messages.list)} id="list">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={intl.formatMessage(messages.unfold)}
            title={intl.formatMessage(messages.unfold)}
            onClick={() => setFolded(false)}
          >
            <IconLayoutSidebarLeftExpand size={20} aria-hidden className={classes.backArrow} />
          </ActionIcon>
          <h1 className="visually-hidden">{project.name}</h1>
        </section>
      ) : (
        <section className={classes.panel} aria-label={intl.formatMessage(messages.list)} id="list">
          <ProjectPanel
            store={store}
            project={project}
            filter={panelFilter}
            onSelect={choose}
            onFold={fold}
            signedIn={viewer !== null}
          />
        </section>
      )}
      {phone && !showsMap && (
        <div className={classes.phonePanel} id="list">
          <PhonePanel project={project} store={store} filter={panelFilter} onSelect={choose} />
        </div>
      )}
      <div className={classes.map} ref={mapBox} hidden={!showsMap}>
        {noMap ? (
          <p className={classes.noMap}>
            <FormattedMessage
              id="tasksPage.noMap"
              defaultMessage="This browser cannot draw the map. The list has all tasks, and everything works from there."
            />
          </p>
        ) : (
          width > 0 && (
            <Suspense fallback={null}>
              <TaskMap
                ref={map}
                label={intl.formatMessage(messages.map)}
                store={store}
                project={project}
                selected={marked}
                viewerOsmId={viewer?.person.osmId ?? null}
                padding={padding}
                shown={shown}
                alwaysPatterns={alwaysPatterns}
                onSelect={choose}
                onSelectBox={canTakeSeveral ? chooseBox : undefined}
                boxByTaps={boxByTaps}
                onReady={mapReady}
                onFailure={mapFailed}
                withScale
              />
            </Suspense>
          )
        )}
        <div className={`float ${classes.presence}`}>
          <Presence store={store} onTask={goTo} />
        </div>
        {mapped.length > 0 && !phone && (
          <button type="button" className={`float ${classes.selectAll}`} onClick={() => select(mapped.slice(0, 200))}>
            <FormattedMessage
              id="tasksPage.selectAll"
              defaultMessage="Select {count, plural, one {the # mapped task} other {all # mapped}}"
              values={{ count: Math.min(200, mapped.length) }}
            />
          </button>
        )}
        <div className={`float ${classes.legend}`}>
          <Legend key={String(phone)} store={store} show={filter.show} setShow={setShow} startOpen={!phone} />
        </div>
        <div className={classes.side}>
          <div className="float">
            <MapControls
              phone={phone}
              onZoom={zoomBy}
              onFit={fitProject}
              alwaysPatterns={alwaysPatterns}
              setAlwaysPatterns={setAlwaysPatterns}
              boxByTaps={canTakeSeveral ? boxByTaps : null}
              setBoxByTaps={setBoxByTaps}
            />
          </div>
          {!phone && <div className={`float ${classes.card}`}>{card}</div>}
        </div>
      </div>
      {phone && showsMap && <Sheet>{card}</Sheet>}
    </div>
  );
}

function pickOne(numbers: readonly number[]): number | null {
  return numbers[Math.floor(Math.random() * numbers.length)] ?? null;
}

/** Before a task is chosen: how to choose, and the way on for those who do not mind which. */
function NothingSelected({ notice, children }: { notice: string | null; children: ReactNode }) {
  return (
    <section className={classes.nothing}>
      {notice && <p role="alert">{notice}</p>}
      <p>
        <FormattedMessage
          id="tasksPage.nothing"
          defaultMessage="Choose a task on the map or in the list, or let us choose one."
        />
      </p>
      {children}
    </section>
  );
}
