import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PanelTabs } from '../../components/PanelTabs';
import { useValidationDrafts } from './draft';
import { KeepLonger, LockTimer } from './LockTimer';
import classes from './MappingPage.module.css';
import { HistoryPanel, InstructionsPanel } from './PanelTexts';
import { ResourcesPanel } from './ResourcesPanel';
import { PanelTitle } from './PanelTitle';
import { useValidate } from './useValidate';
import { UnsavedNote } from './UnsavedNote';
import { ValidateForm, validationOptions } from './ValidateForm';
import type { PanelProps } from './WorkOnTasks';

const messages = defineMessages({
  tabs: { id: 'validatePanel.tabs', defaultMessage: 'Your tasks' },
});

type Tab = 'finish' | 'instructions' | 'history' | 'resources';

/** The panel to validate one task or several: an answer and a comment for each, handed in together. */
export function ValidatePanel(props: PanelProps) {
  const { project, tasks, stillHeld, details, time, expiresAt, total, phone, instance } = props;
  const intl = useIntl();
  const numbers = tasks.map((task) => task.number);
  const one = numbers.length === 1;
  const [tab, setTab] = useState<Tab>('finish');
  const [asked, setAsked] = useState(false);
  const drafts = useValidationDrafts(project.number);
  const answered = numbers.filter((number) => drafts.of(number).answer !== null);
  const validate = useValidate(props, drafts);
  const ended = time.phase === 'over' || stillHeld.length === 0;

  const submit = () => {
    if (answered.length === 0) {
      setAsked(true);
      setTab('finish');
      return;
    }
    void validate.submit(answered);
  };

  const copyFrom = (from: number) => (which: 'all' | 'same-answer') => {
    const { answer, comment } = drafts.of(from);
    drafts.set(which === 'all' ? numbers : numbers.filter((number) => drafts.of(number).answer === answer), {
      comment,
    });
  };
  // On a phone one task at a time; else all under each other.
  const [at, setAt] = useState(0);
  const place = Math.min(at, numbers.length - 1);
  const goTo = (next: number) => {
    setAt(next);
    props.onShow(numbers[next]!);
  };
  const shown = phone ? numbers.slice(place, place + 1) : numbers;
  const rows = (
    <div className={classes.scroll}>
      {!one && (
        <div className={classes.setAll}>
          <span>
            <FormattedMessage id="validatePanel.setAll" defaultMessage="Set all" />
          </span>
          {validationOptions.map((option) => (
            <Button
              key={option.value}
              variant="default"
              size="xs"
              onClick={() => drafts.set(numbers, { answer: option.value })}
            >
              {option.title}
            </Button>
          ))}
        </div>
      )}
      {shown.map((number) => (
        <ValidateForm
          key={number}
          number={number}
          project={project.number}
          draft={drafts.of(number)}
          onChange={(change) => drafts.set([number], change)}
          mappedBy={details.find((task) => task.number === number)?.mappedBy ?? null}
          alone={one}
          missing={asked}
          refusal={validate.refusals.find((each) => each.taskNumber === number)?.message ?? null}
          onShow={one ? null : () => props.onShow(number)}
          onCopy={one ? null : copyFrom(number)}
        />
      ))}
      {phone && !one && (
        <nav className={classes.steps} aria-label={intl.formatMessage(messages.tabs)}>
          <Button variant="default" disabled={place === 0} onClick={() => goTo(place - 1)}>
            <FormattedMessage id="validatePanel.previous" defaultMessage="Previous" />
          </Button>
          <span>
            <FormattedMessage
              id="validatePanel.place"
              defaultMessage="{place, number} of {count, number}"
              values={{ place: place + 1, count: numbers.length }}
            />
          </span>
          <Button variant="default" disabled={place === numbers.length - 1} onClick={() => goTo(place + 1)}>
            <FormattedMessage id="validatePanel.next" defaultMessage="Next" />
          </Button>
        </nav>
      )}
    </div>
  );

  return (
    <>
      {!phone && (
        <header className={classes.panelHead}>
          <PanelTitle numbers={numbers} onFold={props.onFold} />
          <LockTimer left={time.left} phase={time.phase} expiresAt={expiresAt} total={total} />
        </header>
      )}
      {!ended && (
        <KeepLonger
          left={time.left}
          phase={time.phase}
          projectId={project.id}
          tasks={numbers}
          lockSeconds={instance.lockDurationSeconds}
        />
      )}
      {ended && !validate.trouble && (
        <div className={classes.ended}>
          <p>
            <FormattedMessage
              id="validatePanel.ended"
              defaultMessage="Your time for {count, plural, one {this task} other {these tasks}} has ended. Your answers are kept here."
              values={{ count: numbers.length }}
            />
          </p>
          <Button size="xs" variant="default" loading={validate.busy} onClick={() => void validate.takeAgain()}>
            <FormattedMessage
              id="validatePanel.again"
              defaultMessage="{count, plural, one {Take it again} other {Take them again}}"
              values={{ count: numbers.length }}
            />
          </Button>
        </div>
      )}
      {validate.trouble && (
        <div className={classes.ended} role="alert">
          <p>{validate.trouble}</p>
          <Button component={Link} to={`/projects/${project.number}/tasks`} size="xs" variant="default">
            <FormattedMessage id="validatePanel.back" defaultMessage="Back to the tasks" />
          </Button>
        </div>
      )}
      <PanelTabs
        label={intl.formatMessage(messages.tabs)}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'finish', label: <FormattedMessage id="mapPanel.finish" defaultMessage="Finish" />, panel: rows },
          {
            value: 'instructions',
            label: <FormattedMessage id="mapPanel.instructions" defaultMessage="Instructions" />,
            panel: (
              <InstructionsPanel project={project.instructions} task={one ? (details[0]?.instructions ?? '') : ''} />
            ),
          },
          {
            value: 'history',
            label: <FormattedMessage id="mapPanel.history" defaultMessage="History" />,
            panel: <HistoryPanel project={project.number} numbers={numbers} />,
          },
          ...(phone
            ? []
            : [
                {
                  value: 'resources' as const,
                  label: <FormattedMessage id="mapPanel.resources" defaultMessage="Resources" />,
                  panel: <ResourcesPanel project={project} details={details} />,
                },
              ]),
        ]}
      />
      <footer className={classes.foot}>
        {props.unsaved > 0 && <UnsavedNote count={props.unsaved} />}
        {!one && (
          <p className={classes.before} role="status">
            <FormattedMessage
              id="validatePanel.answered"
              defaultMessage="{answered, number} of {count, number} answered"
              values={{ answered: answered.length, count: numbers.length }}
            />
          </p>
        )}
        <div className={classes.footRow}>
          <Button
            className={classes.primary}
            loading={validate.busy}
            disabled={props.unsaved > 0}
            aria-describedby={props.unsaved > 0 ? 'before-submit' : undefined}
            onClick={submit}
            styles={{ root: { height: 44 } }}
          >
            {one || answered.length === 0 ? (
              <FormattedMessage id="validatePanel.submit" defaultMessage="Submit" />
            ) : (
              <FormattedMessage
                id="validatePanel.submitMany"
                defaultMessage="{count, plural, one {Submit # answer} other {Submit # answers}}"
                values={{ count: answered.length }}
              />
            )}
          </Button>
        </div>
        <div className={classes.others}>
          <Button variant="subtle" size="xs" disabled={validate.busy} onClick={() => void validate.stop()}>
            <FormattedMessage id="validatePanel.stop" defaultMessage="Stop validating" />
          </Button>
        </div>
      </footer>
    </>
  );
}
