import { ActionIcon, Button } from '@mantine/core';
import { IconUserCheck, IconX } from '@tabler/icons-react';
import { Suspense, useCallback, useState, useSyncExternalStore } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useShortcutKey } from '../../app/shortcuts';
import { stateMessages } from '../../map/stateMessages';
import { isToValidate, STATES } from '../../map/states';
import { Swatch } from '../../map/Swatch';
import type { TaskStateStore } from '../../map/taskStateStore';
import classes from './SelectionCard.module.css';
import type { Permission } from './action';
import type { Refusal } from './useClaim';
import { part } from '../../app/part';

const AssignDialog = part(() => import('./AssignDialog'));

const messages = defineMessages({
  label: { id: 'selection.label', defaultMessage: 'Selected tasks' },
  clear: { id: 'selection.clear', defaultMessage: 'Select none' },
});

type Props = {
  store: TaskStateStore;
  project: { id: string; number: number; viewerCanEdit: Permission };
  selected: readonly number[];
  select: (numbers: readonly number[]) => void;
  canValidate: Permission;
  busy: boolean;
  notice: string | null;
  refusals: readonly Refusal[];
  onValidate: (numbers: readonly number[]) => void;
};

/** Several selected tasks: how many fit to be validated together, which do not and why, and the action. */
export function SelectionCard(props: Props) {
  const { store, project, selected, select, canValidate, busy, notice, refusals, onValidate } = props;
  const intl = useIntl();
  const shortcut = useShortcutKey('v');
  const [assigning, setAssigning] = useState<boolean | null>(null);
  const subscribe = useCallback((listener: () => void) => store.subscribe('counts', listener), [store]);
  const states = useSyncExternalStore(subscribe, () =>
    selected.map((number) => STATES.indexOf(store.task(number)?.state ?? 'READY')).join(' '),
  );
  const byState = new Map<number, number[]>();
  states.split(' ').forEach((state, index) => {
    const numbers = byState.get(Number(state)) ?? [];
    byState.set(Number(state), [...numbers, selected[index]!]);
  });
  const fit = selected.filter((number) => isToValidate(store.task(number)?.state ?? 'READY'));
  const refused = new Set(refusals.map((refusal) => refusal.taskNumber));
  return (
    <section className={classes.card} aria-label={intl.formatMessage(messages.label)} id="task-card">
      <header className={classes.head}>
        <h2>
          <FormattedMessage
            id="selection.title"
            defaultMessage="{count, plural, one {# task selected} other {# tasks selected}}"
            values={{ count: selected.length }}
          />
        </h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={intl.formatMessage(messages.clear)}
          onClick={() => select([])}
        >
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </header>
      <ul className={classes.states}>
        {STATES.map((state, index) => {
          const numbers = byState.get(index);
          if (!numbers) return null;
          return (
            <li key={state}>
              <Swatch state={state} />
              <span className={classes.word}>
                <FormattedMessage
                  id="selection.state"
                  defaultMessage="{count, number} {state}"
                  values={{ count: numbers.length, state: intl.formatMessage(stateMessages[state]) }}
                />
                {!isToValidate(state) && (
                  <span className={classes.sub}>
                    {state === 'LOCKED_FOR_MAPPING' || state === 'LOCKED_FOR_VALIDATION' ? (
                      <FormattedMessage
                        id="selection.busy"
                        defaultMessage="Somebody works on it: not to be validated now."
                      />
                    ) : state === 'VALIDATED' ? (
                      <FormattedMessage id="selection.done" defaultMessage="Validated already." />
                    ) : (
                      <FormattedMessage
                        id="selection.notMapped"
                        defaultMessage="Not mapped yet: nothing to validate."
                      />
                    )}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {notice && (
        <div className={classes.notice} role="alert">
          <p>{notice}</p>
          {refusals.length > 0 && (
            <ul>
              {refusals.map((refusal) => (
                <li key={refusal.taskNumber}>
                  <FormattedMessage
                    id="selection.refusal"
                    defaultMessage="Task {number, number}: {message}"
                    values={{ number: refusal.taskNumber, message: refusal.message }}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <footer className={classes.foot}>
        {canValidate.allowed ? (
          <Button
            disabled={fit.length === 0}
            loading={busy}
            aria-keyshortcuts={shortcut}
            onClick={() => onValidate(fit)}
            fullWidth
          >
            <FormattedMessage
              id="selection.validate"
              defaultMessage="{count, plural, =0 {Nothing to validate} one {Validate # task} other {Validate # tasks}}"
              values={{ count: fit.length }}
            />
          </Button>
        ) : (
          <p className={classes.sub}>
            {canValidate.message ?? (
              <FormattedMessage
                id="selection.oneByOne"
                defaultMessage="Tasks are mapped one at a time. Only validators take several."
              />
            )}
          </p>
        )}
        {refused.size > 0 && refused.size < fit.length && (
          <Button variant="default" fullWidth onClick={() => select(selected.filter((number) => !refused.has(number)))}>
            <FormattedMessage id="selection.leaveOut" defaultMessage="Leave those out" />
          </Button>
        )}
        {fit.length > 0 && fit.length < selected.length && (
          <Button variant="subtle" size="xs" onClick={() => select(fit)}>
            <FormattedMessage id="selection.onlyFit" defaultMessage="Keep only those that fit" />
          </Button>
        )}
        {project.viewerCanEdit.allowed && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconUserCheck size={18} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setAssigning(true)}
          >
            <FormattedMessage id="selection.assign" defaultMessage="Choose people for them" />
          </Button>
        )}
        {assigning !== null && (
          <Suspense fallback={null}>
            <AssignDialog
              key={selected.join()}
              opened={assigning}
              onClose={() => setAssigning(false)}
              project={project}
              numbers={selected}
              onChanged={() => undefined}
            />
          </Suspense>
        )}
      </footer>
    </section>
  );
}
