import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useChanges } from './useChanges';
import { inboxQuery } from './useInbox';

/** How long there is to think again. */
const UNDO_MS = 10_000;

export type Deletion = ReturnType<typeof useDeletion>;

/**
 * Deletes messages a little later than asked, so that it can be taken back. They are hidden meanwhile (`waiting`), and are
 * deleted at once when the inbox is left, by whatever way.
 */
export function useDeletion() {
  const client = useApolloClient();
  const { remove, problem } = useChanges();
  const [waiting, setWaiting] = useState<readonly number[]>([]);
  const [last, setLast] = useState<readonly number[]>([]);
  const due = useRef<{ numbers: number[]; timer?: ReturnType<typeof setTimeout> }>({ numbers: [] });

  /** Nothing waits any more; what did. */
  const take = useCallback(() => {
    clearTimeout(due.current.timer);
    const { numbers } = due.current;
    due.current = { numbers: [] };
    setLast([]);
    return numbers;
  }, []);
  const send = useCallback(async () => {
    const numbers = take();
    if (numbers.length === 0) return;
    await remove({ numbers });
    await client.refetchQueries({ include: [inboxQuery] }).catch(() => undefined);
    // Those that could not be deleted are there again.
    setWaiting((before) => before.filter((number) => !numbers.includes(number)));
  }, [client, remove, take]);
  const sendNow = useRef(send);
  useEffect(() => {
    sendNow.current = send;
  }, [send]);
  useEffect(() => {
    const leave = () => void sendNow.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const hold = () => clearTimeout(due.current.timer);
  const goOn = () => {
    hold();
    if (due.current.numbers.length > 0) due.current.timer = setTimeout(() => void sendNow.current(), UNDO_MS);
  };
  return {
    waiting,
    /** Those that can be taken back. */
    last,
    problem,
    /** Somebody is at the notice: it waits for them, and goes on when they leave it. */
    hold,
    goOn,
    remove: (numbers: number[]) => {
      void send(); // what was deleted before cannot be taken back any more
      due.current.numbers = numbers;
      setLast(numbers);
      setWaiting((before) => [...before, ...numbers]);
      goOn();
    },
    /** Takes back what was deleted last. */
    undo: () => {
      const numbers = take();
      setWaiting((before) => before.filter((number) => !numbers.includes(number)));
      return numbers;
    },
  };
}
