import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { STEPS, type Step } from './draft';
import classes from './Steps.module.css';
import { stepWords } from './words';

export type StepView = {
  body: ReactNode;
  /** In a few words, once it is done. */
  summary?: ReactNode;
  done: boolean;
  /** Why one cannot go on from here yet. */
  missing?: ReactNode;
};

type Props = {
  steps: Record<Step, StepView>;
  current: Step;
  onStep: (step: Step) => void;
  /** The last step's own buttons. */
  finish: ReactNode;
};

const messages = defineMessages({
  steps: { id: 'create.steps', defaultMessage: 'Steps' },
});

/** The four numbered steps: the current one open, those before it to return to, those after it once they are reached. */
export function StepPanel({ steps, current, onStep, finish }: Props) {
  const intl = useIntl();
  const index = STEPS.indexOf(current);
  const next = STEPS[index + 1];
  const previous = STEPS[index - 1];
  const { missing } = steps[current];
  const reachable = (step: Step) => STEPS.slice(0, STEPS.indexOf(step)).every((before) => steps[before].done);

  // After a step forward or back, reading and tabbing begin at the step, not where the button was.
  const heading = useRef<HTMLButtonElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current !== current) heading.current?.focus();
    shown.current = current;
  }, [current]);

  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h1>
          <FormattedMessage id="create.title" defaultMessage="New project" />
        </h1>
        <p className={classes.counter}>
          <FormattedMessage
            id="create.counter"
            defaultMessage="Step {number} of {total}"
            values={{ number: index + 1, total: STEPS.length }}
          />
        </p>
      </div>
      <ol className={classes.steps} aria-label={intl.formatMessage(messages.steps)}>
        {STEPS.map((step, i) => {
          const open = step === current;
          const { body, summary } = steps[step];
          const passed = i < index && steps[step].done;
          return (
            <li key={step} className={classes.step} data-open={open || undefined}>
              <button
                ref={open ? heading : undefined}
                type="button"
                className={classes.stepHead}
                aria-current={open ? 'step' : undefined}
                aria-expanded={open}
                disabled={!open && !reachable(step)}
                data-done={passed || undefined}
                onClick={() => onStep(step)}
              >
                <span className={classes.number} aria-hidden="true">
                  {passed ? <IconCheck size={16} stroke={2.6} /> : i + 1}
                </span>
                <span className={classes.stepTitle}>{intl.formatMessage(stepWords[step])}</span>
                {passed && summary && <span className={classes.summary}>{summary}</span>}
              </button>
              {open && <div className={classes.body}>{body}</div>}
            </li>
          );
        })}
      </ol>
      <div className={classes.foot}>
        {missing && <p className={classes.footNote}>{missing}</p>}
        {next ? (
          <div className={classes.footButtons}>
            {previous && (
              <Button variant="default" onClick={() => onStep(previous)}>
                <FormattedMessage id="create.back" defaultMessage="Back" />
              </Button>
            )}
            <Button disabled={!steps[current].done} onClick={() => onStep(next)}>
              <FormattedMessage
                id="create.next"
                defaultMessage="Next: {step}"
                values={{ step: intl.formatMessage(stepWords[next]) }}
              />
            </Button>
          </div>
        ) : (
          finish
        )}
      </div>
    </div>
  );
}
