import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Button } from '@mantine/core';
import { PanelTabs } from '../../components/PanelTabs';
import { UndoButton } from '../../task/UndoButton';
import { useMappingDraft, type MappingAnswer } from './draft';
import { FinishFoot } from './FinishFoot';
import { FinishForm } from './FinishForm';
import { KeepLonger, LockTimer } from './LockTimer';
import classes from './MappingPage.module.css';
import { NothingLeft } from './NothingLeft';
import { HistoryPanel, InstructionsPanel } from './PanelTexts';
import { ResourcesPanel } from './ResourcesPanel';
import { PanelTitle } from './PanelTitle';
import { doneMessages, useFinish, type Trouble } from './useFinish';
import type { PanelProps } from './WorkOnTasks';

const messages = defineMessages({
  tabs: { id: 'mapPanel.tabs', defaultMessage: 'Your task' },
});

type Tab = 'finish' | 'instructions' | 'history' | 'resources';

/** The panel to map one task: its time, what is asked, the answer, and the ways on. */
export function MapPanel(props: PanelProps) {
  const { project, store, tasks, stillHeld, viewer, details, time, expiresAt, total, phone, instance, done } = props;
  const intl = useIntl();
  const task = tasks[0]!;
  const detail = details.find((each) => each.id === task.id);
  const [tab, setTab] = useState<Tab>('finish');
  const [asked, setAsked] = useState(false);
  const { draft: kept, setDraft, forget } = useMappingDraft(project.number, task.number);
  const imageryIsUsable = detail?.badImageryUndone ?? false;
  const draft = imageryIsUsable && kept.answer === 'BADIMAGERY' ? { ...kept, answer: null } : kept;
  const finish = useFinish(props, draft, forget);

  const holder = store.task(task.number)?.lock?.holder ?? null;
  const taken = holder !== null && holder.osmId !== viewer.person.osmId;
  const ended = time.phase === 'over' || taken || !stillHeld.some((each) => each.number === task.number);

  if (finish.nothingLeft) return <NothingLeft project={project} done={done} onUndone={() => props.setDone(null)} />;

  const submit = (andNext: boolean) => {
    if (draft.answer === null) {
      setAsked(true);
      setTab('finish');
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('input[name="mapped"]')?.focus());
      return;
    }
    void (andNext ? finish.submitAndNext(draft.answer) : finish.submitOnly(draft.answer));
  };
  const comments = detail?.history.totalCount;
  return (
    <>
      {!phone && (
        <header className={classes.panelHead}>
          <PanelTitle numbers={[task.number]} onFold={props.onFold} />
          <LockTimer left={time.left} phase={time.phase} expiresAt={expiresAt} total={total} />
        </header>
      )}
      {done && done.number !== task.number && (
        <p className={classes.done} role="status">
          <span>{intl.formatMessage(doneMessages[done.answer], { number: done.number })}</span>
          {done.canUndo && (
            <UndoButton projectId={project.id} number={done.number} onUndone={() => props.setDone(null)} />
          )}
        </p>
      )}
      {!ended && (
        <KeepLonger
          left={time.left}
          phase={time.phase}
          projectId={project.id}
          tasks={[task.number]}
          lockSeconds={instance.lockDurationSeconds}
        />
      )}
      {ended && !finish.trouble && (
        <Ended
          holder={taken ? holder.username : null}
          busy={finish.busy}
          back={`/projects/${project.number}/tasks?task=${task.number}`}
          onTakeAgain={() => void finish.takeItAgain()}
        />
      )}
      {finish.trouble && (
        <TroubleNote
          trouble={finish.trouble}
          back={`/projects/${project.number}/tasks`}
          onTakeAgain={() => void finish.takeItAgain()}
          onGoOn={props.goOnWith}
        />
      )}
      <PanelTabs
        label={intl.formatMessage(messages.tabs)}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'finish',
            label: <FormattedMessage id="mapPanel.finish" defaultMessage="Finish" />,
            panel: (
              <FinishForm
                request={detail?.validatorRequest ?? null}
                taskInstructions={detail?.instructions ?? ''}
                imageryIsUsable={imageryIsUsable}
                draft={draft}
                setAnswer={(answer: MappingAnswer) => setDraft({ ...draft, answer })}
                setChecked={(checked) => setDraft({ ...draft, checked })}
                setComment={(comment) => setDraft({ ...draft, comment })}
                missing={asked && draft.answer === null}
                changesetComment={project.changesetComment}
                project={project.number}
              />
            ),
          },
          {
            value: 'instructions',
            label: <FormattedMessage id="mapPanel.instructions" defaultMessage="Instructions" />,
            panel: <InstructionsPanel project={project.instructions} task={detail?.instructions ?? ''} />,
          },
          {
            value: 'history',
            label: <FormattedMessage id="mapPanel.history" defaultMessage="History" />,
            count: comments,
            panel: <HistoryPanel project={project.number} numbers={[task.number]} />,
          },
          ...(phone
            ? []
            : [
                {
                  value: 'resources' as const,
                  label: <FormattedMessage id="mapPanel.resources" defaultMessage="Resources" />,
                  panel: <ResourcesPanel project={project} details={detail ? [detail] : []} />,
                },
              ]),
        ]}
      />
      <FinishFoot
        number={task.number}
        phone={phone}
        busy={finish.busy}
        // Late work counts as long as nobody else took the task.
        blocked={taken}
        canSplit={!ended && (detail?.viewerCanSplit.allowed ?? false)}
        splitMessage={detail?.viewerCanSplit.message ?? null}
        ended={ended}
        unsaved={props.unsaved}
        standIn={instance.standIn}
        onSubmit={submit}
        onSplit={() => void finish.splitWork()}
        onStop={() => void finish.stopWork()}
      />
    </>
  );
}

type EndedProps = { holder: string | null; busy: boolean; back: string; onTakeAgain: () => void };

function Ended({ holder, busy, back, onTakeAgain }: EndedProps) {
  return (
    <div className={classes.ended}>
      <p>
        <b>
          <FormattedMessage id="ended.title" defaultMessage="Your time for this task has ended." />
        </b>{' '}
        {holder ? (
          <FormattedMessage
            id="ended.taken"
            defaultMessage="{holder} has the task now. Save your edits: they stay in OpenStreetMap. What you wrote here is kept."
            values={{ holder: <bdi>{holder}</bdi> }}
          />
        ) : (
          <FormattedMessage
            id="ended.free"
            defaultMessage="Your edits are still in the editor, and what you wrote here is kept."
          />
        )}
      </p>
      {holder ? (
        <Button component={Link} to={back} variant="default" size="xs">
          <FormattedMessage id="ended.other" defaultMessage="Choose another task" />
        </Button>
      ) : (
        <Button size="xs" variant="default" loading={busy} onClick={onTakeAgain}>
          <FormattedMessage id="ended.again" defaultMessage="Take it again" />
        </Button>
      )}
    </div>
  );
}

type TroubleProps = {
  trouble: Trouble;
  back: string;
  onTakeAgain: () => void;
  onGoOn: PanelProps['goOnWith'];
};

function TroubleNote({ trouble, back, onTakeAgain, onGoOn }: TroubleProps) {
  const { next } = trouble;
  return (
    <div className={classes.ended} role="alert">
      <p>
        {trouble.message}{' '}
        {trouble.kind !== 'retry' && (
          <FormattedMessage id="trouble.kept" defaultMessage="What you wrote is kept here." />
        )}
      </p>
      <div className={classes.ways}>
        {trouble.kind === 'lost' && !next && (
          <Button size="xs" variant="default" onClick={onTakeAgain}>
            <FormattedMessage id="ended.again" defaultMessage="Take it again" />
          </Button>
        )}
        {next && (
          <Button size="xs" variant="default" onClick={() => onGoOn([next])}>
            <FormattedMessage
              id="trouble.goOn"
              defaultMessage="Go on with task {number, number}"
              values={{ number: next.number }}
            />
          </Button>
        )}
        {trouble.kind !== 'retry' && !next && (
          <Button component={Link} to={back} size="xs" variant="default">
            <FormattedMessage id="ended.other" defaultMessage="Choose another task" />
          </Button>
        )}
      </div>
    </div>
  );
}
