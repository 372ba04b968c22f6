import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PanelTabs } from '../../components/PanelTabs';
import { AnswerOptions, type AnswerOption } from './AnswerOptions';
import { useValidationDrafts, type ValidationAnswer } from './draft';
import { KeepLonger, LockTimer } from './LockTimer';
import classes from './MappingPage.module.css';
import { HistoryPanel, InstructionsPanel, ResourcesPanel } from './PanelTexts';
import { TasksTitle } from './TasksTitle';
import { useValidate } from './useValidate';
import type { PanelProps } from './WorkOnTasks';

const messages = defineMessages({
  tabs: { id: 'validatePanel.tabs', defaultMessage: 'Your tasks' },
  good: { id: 'validatePanel.goodComment', defaultMessage: 'Anything the mapper should know.' },
  missing: { id: 'validatePanel.missingComment', defaultMessage: 'What is missing? The next mapper reads it first.' },
});

const options: readonly AnswerOption<ValidationAnswer>[] = [
  {
    value: 'VALIDATED',
    state: 'VALIDATED',
    title: <FormattedMessage id="validatePanel.yes" defaultMessage="Yes, it is good" />,
    hint: <FormattedMessage id="validatePanel.yesHint" defaultMessage="The task is finished." />,
  },
  {
    value: 'INVALIDATED',
    state: 'INVALIDATED',
    title: <FormattedMessage id="validatePanel.no" defaultMessage="No, send it back" />,
    hint: <FormattedMessage id="validatePanel.noHint" defaultMessage="A mapper goes on with what you write." />,
  },
];

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

  const rows = (
    <div className={classes.scroll}>
      {!one && (
        <div className={classes.setAll}>
          <span>
            <FormattedMessage id="validatePanel.setAll" defaultMessage="Set all" />
          </span>
          {options.map((option) => (
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
      {numbers.map((number) => {
        const draft = drafts.of(number);
        const refusal = validate.refusals.find((each) => each.taskNumber === number);
        return (
          <section key={number} className={one ? undefined : classes.validateRow}>
            <AnswerOptions
              name={`valid-${number}`}
              legend={
                one ? (
                  <FormattedMessage id="validatePanel.question" defaultMessage="Is the whole task mapped well?" />
                ) : (
                  <FormattedMessage
                    id="validatePanel.task"
                    defaultMessage="Is task {number, number} mapped well?"
                    values={{ number }}
                  />
                )
              }
              options={options}
              value={draft.answer}
              onChange={(answer) => drafts.set([number], { answer })}
              compact={!one}
              error={
                refusal?.message ??
                (asked && draft.answer === null && (
                  <FormattedMessage id="validatePanel.missing" defaultMessage="Answer yes or no, then submit." />
                ))
              }
            />
            <div className={classes.field}>
              <div className={classes.label}>
                <label htmlFor={`comment-${number}`}>
                  <FormattedMessage id="validatePanel.comment" defaultMessage="Comment" />
                </label>
                <span>
                  <FormattedMessage id="validatePanel.optional" defaultMessage="Optional" />
                </span>
              </div>
              <Textarea
                id={`comment-${number}`}
                value={draft.comment}
                onChange={(event) => drafts.set([number], { comment: event.currentTarget.value })}
                placeholder={intl.formatMessage(draft.answer === 'INVALIDATED' ? messages.missing : messages.good)}
                autosize
                minRows={one ? 3 : 1}
                maxRows={6}
                maxLength={5000}
                dir="auto"
              />
            </div>
          </section>
        );
      })}
    </div>
  );

  return (
    <>
      {!phone && (
        <header className={classes.panelHead}>
          <h1>
            <TasksTitle numbers={numbers} />
          </h1>
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
