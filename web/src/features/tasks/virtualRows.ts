/**
 * The rows in view of a long list. What it returns is the same object with new content each time, so a component that
 * calls it opts out of memoisation with 'use no memo'.
 */
export { useVirtualizer as useVirtualRows } from '@tanstack/react-virtual';
