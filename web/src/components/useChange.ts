import { useCallback, useState } from 'react';
import { defineMessages, useIntl } from 'react-intl';

const messages = defineMessages({
  unanswered: {
    id: 'change.unanswered',
    defaultMessage: 'Nothing was changed, because the server did not answer. Try again',
  },
});

/** What a mutation answers: its payload, or an error with a sentence for people. */
export type Outcome = { __typename?: string; message?: string } | null | undefined;

/** Runs a mutation: whether it is under way, and why it failed, as a sentence to be shown where it happened. */
export function useChange() {
  const intl = useIntl();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = useCallback(
    async (change: () => Promise<Outcome>): Promise<boolean> => {
      setBusy(true);
      setProblem(null);
      try {
        const outcome = await change();
        if (outcome && outcome.message === undefined) return true;
        setProblem(outcome?.message ?? intl.formatMessage(messages.unanswered));
      } catch {
        setProblem(intl.formatMessage(messages.unanswered));
      } finally {
        setBusy(false);
      }
      return false;
    },
    [intl],
  );
  return { run, busy, problem, forget: () => setProblem(null) };
}
