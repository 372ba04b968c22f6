import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { CommentField } from '../../components/comment/CommentField';
import { Markdown } from '../../components/Markdown';
import { AnswerOptions, type AnswerOption } from './AnswerOptions';
import { Checklist } from './Checklist';
import type { MappingAnswer, MappingDraft } from './draft';
import classes from './MappingPage.module.css';

const messages = defineMessages({
  comment: { id: 'finishForm.comment', defaultMessage: 'Comment' },
  placeholder: { id: 'finishForm.placeholder', defaultMessage: 'Anything the validator should know.' },
  copy: { id: 'finishForm.copy', defaultMessage: 'Copy the changeset comment' },
  copied: { id: 'finishForm.copied', defaultMessage: 'Copied' },
});

const options: readonly AnswerOption<MappingAnswer>[] = [
  {
    value: 'MAPPED',
    state: 'MAPPED',
    title: <FormattedMessage id="finishForm.yes" defaultMessage="Yes, everything is mapped" />,
    hint: <FormattedMessage id="finishForm.yesHint" defaultMessage="A validator looks at it next." />,
  },
  {
    value: 'READY',
    state: 'READY',
    title: <FormattedMessage id="finishForm.notYet" defaultMessage="Not yet" />,
    hint: <FormattedMessage id="finishForm.notYetHint" defaultMessage="Your edits stay for the next mapper." />,
  },
  {
    value: 'BADIMAGERY',
    state: 'BADIMAGERY',
    title: <FormattedMessage id="finishForm.cannotSee" defaultMessage="I cannot see enough" />,
    hint: <FormattedMessage id="finishForm.cannotSeeHint" defaultMessage="Clouds, or no imagery here." />,
  },
];

type Props = {
  request: string | null;
  taskInstructions: string;
  /** Somebody said so of this task before, and it was taken back: it is not asked again. */
  imageryIsUsable: boolean;
  draft: MappingDraft;
  setAnswer: (answer: MappingAnswer) => void;
  setChecked: (checked: readonly number[]) => void;
  setComment: (comment: string) => void;
  /** The answer was asked for and is still missing. */
  missing: boolean;
  changesetComment: string;
  project: number;
};

export function FinishForm(props: Props) {
  const {
    request,
    taskInstructions,
    imageryIsUsable,
    draft,
    setAnswer,
    setChecked,
    setComment,
    missing,
    changesetComment,
    project,
  } = props;
  const intl = useIntl();
  return (
    <div className={classes.scroll}>
      {request && (
        <div className={classes.note}>
          <h2>
            <FormattedMessage id="finishForm.asks" defaultMessage="What the validator asks" />
          </h2>
          <p dir="auto">{request}</p>
        </div>
      )}
      {taskInstructions && (
        <div className={classes.hint}>
          <Markdown text={taskInstructions} />
        </div>
      )}
      <AnswerOptions
        name="mapped"
        legend={<FormattedMessage id="finishForm.question" defaultMessage="Is the whole task mapped?" />}
        options={imageryIsUsable ? options.filter(({ value }) => value !== 'BADIMAGERY') : options}
        value={draft.answer}
        onChange={setAnswer}
        error={
          missing && (
            <FormattedMessage id="finishForm.chooseOne" defaultMessage="Choose one of the answers, then submit." />
          )
        }
      />
      {draft.answer === 'MAPPED' && <Checklist checked={draft.checked ?? []} onChange={setChecked} />}
      <CommentField
        label={intl.formatMessage(messages.comment)}
        value={draft.comment}
        onChange={setComment}
        projectId={String(project)}
        placeholder={intl.formatMessage(messages.placeholder)}
        minRows={2}
      />
      {changesetComment && (
        <div className={classes.field}>
          <h2 className={classes.label}>
            <FormattedMessage id="finishForm.changeset" defaultMessage="Changeset comment" />
          </h2>
          <div className={classes.copyBox}>
            <bdi>{changesetComment}</bdi>
            <CopyButton value={changesetComment}>
              {({ copied, copy }) => (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  onClick={copy}
                  aria-label={intl.formatMessage(copied ? messages.copied : messages.copy)}
                >
                  {copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
                </ActionIcon>
              )}
            </CopyButton>
          </div>
        </div>
      )}
    </div>
  );
}
