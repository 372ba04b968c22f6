import { ActionIcon, Button } from '@mantine/core';
import { IconDice3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedTime, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useShortcutKey } from '../../app/shortcuts';
import { signInAddress } from '../../app/viewer';
import type { TaskNow } from '../../map/taskStateStore';
import type { Action } from './action';
import classes from './TaskCard.module.css';

const messages = defineMessages({
  another: { id: 'taskAction.another', defaultMessage: 'Give me another' },
});

type Props = {
  action: Action;
  now: TaskNow | null;
  busy: boolean;
  lockHours: number;
  phone: boolean;
  onMap: (number: number) => void;
  onMapAny: () => void;
  onValidate: (number: number) => void;
  /** Selects another suitable task; null where there is none. */
  onAnother: (() => void) | null;
  /** Where to sign in leads back to. */
  returnTo: string;
  projectNumber: number;
};

/** The one primary action of the page, and under it what happens next. */
export function TaskAction(props: Props) {
  const { action, now, busy, lockHours, phone, onMap, onMapAny, onValidate, onAnother, returnTo, projectNumber } =
    props;
  const keys = { map: useShortcutKey('m'), validate: useShortcutKey('v') };
  const size = phone ? 'md' : 'sm';
  const tall = { root: { height: phone ? 44 : 42 } };
  const next = (
    <FormattedMessage
      id="taskAction.next"
      defaultMessage="You will have {hours, plural, one {# hour} other {# hours}}. You can stop at any time."
      values={{ hours: lockHours }}
    />
  );
  switch (action.kind) {
    case 'sign-in':
      return (
        <div className={classes.actions}>
          <Button component="a" href={signInAddress(returnTo)} size={size} styles={tall}>
            <FormattedMessage id="taskAction.signIn" defaultMessage="Sign in to map" />
          </Button>
          <Why>
            <FormattedMessage
              id="taskAction.signInWhy"
              defaultMessage="Your OpenStreetMap account is all you need. You come back to this page."
            />
          </Why>
        </div>
      );
    case 'go-on': {
      const { held, first } = action;
      const page = held.kind === 'MAPPING' ? 'map' : 'validate';
      const elsewhere = held.projectNumber !== projectNumber;
      return (
        <div className={classes.actions}>
          <Button
            component={Link}
            to={`/projects/${held.projectNumber}/${page}`}
            size={size}
            styles={tall}
            aria-keyshortcuts={page === 'map' ? keys.map : keys.validate}
          >
            <FormattedMessage
              id="taskAction.goOn"
              defaultMessage="Go on with task {number, number}"
              values={{ number: held.number }}
            />
          </Button>
          {elsewhere ? (
            <Why>
              <FormattedMessage
                id="taskAction.goOnElsewhere"
                defaultMessage="It is in project {project}. Finish or stop it before you take one here."
                values={{ project: `#${held.projectNumber}` }}
              />
            </Why>
          ) : first === 'other' ? (
            <Why>
              <FormattedMessage
                id="taskAction.goOnWhy"
                defaultMessage="Finish or stop task {number, number} before you take this one."
                values={{ number: held.number }}
              />
            </Why>
          ) : null}
        </div>
      );
    }
    case 'map':
    case 'validate':
    case 'any': {
      const act = {
        map: () => action.kind === 'map' && onMap(action.number),
        validate: () => action.kind === 'validate' && onValidate(action.number),
        any: onMapAny,
      }[action.kind];
      return (
        <div className={`${classes.actions} ${phone && onAnother ? classes.phoneActions : ''}`}>
          <Button
            onClick={act}
            loading={busy}
            size={size}
            styles={tall}
            aria-keyshortcuts={action.kind === 'validate' ? keys.validate : keys.map}
          >
            {action.kind === 'map' && <FormattedMessage id="taskAction.map" defaultMessage="Map this task" />}
            {action.kind === 'validate' && (
              <FormattedMessage id="taskAction.validate" defaultMessage="Validate this task" />
            )}
            {action.kind === 'any' && <FormattedMessage id="taskAction.any" defaultMessage="Map a task" />}
          </Button>
          {action.kind !== 'any' && onAnother && <Another phone={phone} onClick={onAnother} />}
          <Why>{next}</Why>
        </div>
      );
    }
    case 'none':
      return (
        <div className={classes.actions}>
          <Why>
            <Reason action={action} now={now} />
          </Why>
          {/* Its page says what would change it: a licence to accept, a team to join. */}
          {action.reason === 'not-permitted' && (
            <Link to={`/projects/${projectNumber}`} className={classes.why}>
              <FormattedMessage id="overview.who" defaultMessage="Who may take part" />
            </Link>
          )}
          {onAnother && <Another phone={false} onClick={onAnother} />}
        </div>
      );
  }
}

function Another({ phone, onClick }: { phone: boolean; onClick: () => void }) {
  const intl = useIntl();
  const shortcut = useShortcutKey('n');
  if (phone) {
    return (
      <ActionIcon
        variant="default"
        size={44}
        aria-label={intl.formatMessage(messages.another)}
        aria-keyshortcuts={shortcut}
        onClick={onClick}
      >
        <IconDice3 size={20} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={<IconDice3 size={18} aria-hidden />}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      <FormattedMessage {...messages.another} />
    </Button>
  );
}

function Why({ children }: { children: ReactNode }) {
  return <p className={classes.why}>{children}</p>;
}

function Reason({ action, now }: { action: Extract<Action, { kind: 'none' }>; now: TaskNow | null }) {
  switch (action.reason) {
    case 'held-by-another': {
      const lock = now?.lock;
      if (!lock) return <FormattedMessage id="taskAction.busy" defaultMessage="Somebody works on this task now." />;
      const values = {
        holder: <bdi>{lock.holder.username}</bdi>,
        time: <FormattedTime value={lock.expiresAt} />,
      };
      return lock.kind === 'MAPPING' ? (
        <FormattedMessage
          id="taskAction.mappedBy"
          defaultMessage="{holder} is mapping this task until {time}."
          values={values}
        />
      ) : (
        <FormattedMessage
          id="taskAction.validatedBy"
          defaultMessage="{holder} is validating this task until {time}."
          values={values}
        />
      );
    }
    case 'finished':
      return <FormattedMessage id="taskAction.finished" defaultMessage="This task is finished." />;
    case 'random-only':
      return (
        <FormattedMessage
          id="taskAction.randomOnly"
          defaultMessage="In this project tasks are given out by chance. Close this one and choose “Map a task”."
        />
      );
    case 'all-mapped':
      return (
        <FormattedMessage
          id="taskAction.allMapped"
          defaultMessage="Every task of this project is mapped or being mapped."
        />
      );
    case 'not-permitted':
      return (
        action.message ?? (
          <FormattedMessage id="taskAction.notPossible" defaultMessage="This task cannot be taken by you just now." />
        )
      );
  }
}
