-- In a migration of its own: a new value cannot be used in the transaction that adds it.
ALTER TYPE "event_kind" ADD VALUE 'COMMENTED';
ALTER TYPE "event_kind" ADD VALUE 'CHANGED';
ALTER TYPE "event_kind" ADD VALUE 'REJOINED';
ALTER TYPE "event_kind" ADD VALUE 'REMOVED';
ALTER TYPE "event_kind" ADD VALUE 'ASSIGNED';
-- A claim of a task that is meant for somebody else.
ALTER TYPE "lock_outcome" ADD VALUE 'NOT_ASSIGNED';
