import { Button, Textarea } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { CommentField } from '../../components/comment/CommentField';
import { PersonLink } from '../../components/PersonLink';
import { AnswerOptions, type AnswerOption } from './AnswerOptions';
import type { ValidationAnswer, ValidationDraft } from './draft';
import { IssueCounts } from './IssueCounts';
import classes from './MappingPage.module.css';

const messages = defineMessages({
  comment: { id: 'validatePanel.comment', defaultMessage: 'Comment' },
  good: { id: 'validatePanel.goodComment', defaultMessage: 'Anything the mapper should know.' },
  missing: { id: 'validatePanel.missingComment', defaultMessage: 'What is missing? The next mapper reads it first.' },
});

export const validationOptions: readonly AnswerOption<ValidationAnswer>[] = [
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

type Props = {
  number: number;
  project: number;
  draft: ValidationDraft;
  onChange: (change: Partial<ValidationDraft>) => void;
  mappedBy: { username: string; osmId: number } | null;
  /** The only task: with room for all that can be said. */
  alone: boolean;
  /** The answer was asked for and is still missing. */
  missing: boolean;
  /** What the server says against this task. */
  refusal: string | null;
  /** Takes the map there; null where it shows only this task. */
  onShow: (() => void) | null;
  /** Gives the comment to the other tasks; null where there are none. */
  onCopy: ((which: 'all' | 'same-answer') => void) | null;
};

/** The answer for one task: good or not, what is wrong with it, and a comment for who mapped it. */
export function ValidateForm(props: Props) {
  const { number, project, draft, onChange, mappedBy, alone, missing, refusal, onShow, onCopy } = props;
  const intl = useIntl();
  const placeholder = intl.formatMessage(draft.answer === 'INVALIDATED' ? messages.missing : messages.good);
  return (
    <section className={alone ? classes.validateAlone : classes.validateRow}>
      <AnswerOptions
        name={`valid-${number}`}
        legend={
          alone ? (
            <FormattedMessage id="validatePanel.question" defaultMessage="Is the whole task mapped well?" />
          ) : (
            <FormattedMessage
              id="validatePanel.task"
              defaultMessage="Is task {number, number} mapped well?"
              values={{ number }}
            />
          )
        }
        options={validationOptions}
        value={draft.answer}
        onChange={(answer) => onChange({ answer })}
        compact={!alone}
        error={
          refusal ??
          (missing && draft.answer === null && (
            <FormattedMessage id="validatePanel.missing" defaultMessage="Answer yes or no, then submit." />
          ))
        }
      />
      <div className={classes.rowFacts}>
        {mappedBy && (
          <p className={classes.mappedBy}>
            <FormattedMessage
              id="validatePanel.mappedBy"
              defaultMessage="Mapped by {person}"
              values={{ person: <PersonLink person={mappedBy} size={0} /> }}
            />
          </p>
        )}
        {onShow && (
          <Button size="compact-xs" variant="subtle" onClick={onShow}>
            <FormattedMessage id="validatePanel.show" defaultMessage="Show on the map" />
          </Button>
        )}
      </div>
      <IssueCounts issues={draft.issues ?? {}} onChange={(issues) => onChange({ issues })} />
      {alone ? (
        <CommentField
          label={intl.formatMessage(messages.comment)}
          value={draft.comment}
          onChange={(comment) => onChange({ comment })}
          projectId={String(project)}
          placeholder={placeholder}
          minRows={3}
        />
      ) : (
        <Textarea
          label={intl.formatMessage(messages.comment)}
          value={draft.comment}
          onChange={(event) => onChange({ comment: event.currentTarget.value })}
          placeholder={placeholder}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={5000}
          dir="auto"
        />
      )}
      {onCopy && draft.comment.trim() !== '' && (
        <div className={classes.ways}>
          <Button size="xs" variant="subtle" onClick={() => onCopy('all')}>
            <FormattedMessage id="validatePanel.copyAll" defaultMessage="Copy the comment to all" />
          </Button>
          {draft.answer !== null && (
            <Button size="xs" variant="subtle" onClick={() => onCopy('same-answer')}>
              <FormattedMessage id="validatePanel.copySame" defaultMessage="To those with the same answer" />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
