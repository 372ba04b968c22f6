import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import classes from './TaskMap.module.css';
import { taskNumbersAt } from './taskPoints';

type Corner = { x: number; y: number };

type Options = {
  map: MapLibreMap | null;
  enabled: boolean;
  byTaps: boolean;
  onBox?: (numbers: number[]) => void;
};

/** A box over the map that selects the tasks in it: drawn with Shift and a drag, or by two taps on opposite corners. */
export function useBoxSelect({ map, enabled, byTaps, onBox }: Options) {
  const [box, setBox] = useState<{ from: Corner; to: Corner } | null>(null);
  const drawnAt = useRef(0);
  const report = useRef(onBox);
  useEffect(() => {
    report.current = onBox;
  });

  useEffect(() => {
    if (!map || !enabled) return;
    let from: Corner | null = null;
    const finish = (to: Corner) => {
      if (from) {
        const numbers = taskNumbersAt(map, [
          [Math.min(from.x, to.x), Math.min(from.y, to.y)],
          [Math.max(from.x, to.x), Math.max(from.y, to.y)],
        ]);
        drawnAt.current = performance.now();
        report.current?.(numbers);
      }
      from = null;
      setBox(null);
      map.dragPan.enable();
    };
    const down = (event: MapMouseEvent) => {
      if (byTaps || !event.originalEvent.shiftKey) return;
      map.dragPan.disable();
      from = event.point;
    };
    const move = (event: MapMouseEvent) => {
      if (from) setBox({ from, to: event.point });
    };
    const up = (event: MapMouseEvent) => {
      if (!from || byTaps) return;
      const moved = Math.hypot(event.point.x - from.x, event.point.y - from.y);
      if (moved < 6) {
        // A click with Shift adds one task; that is the map's to handle.
        from = null;
        map.dragPan.enable();
        setBox(null);
      } else finish(event.point);
    };
    const tap = (event: MapMouseEvent) => {
      if (!byTaps) return;
      if (from) finish(event.point);
      else {
        from = event.point;
        setBox({ from, to: from });
      }
    };
    map.on('mousedown', down);
    map.on('mousemove', move);
    map.on('mouseup', up);
    map.on('click', tap);
    return () => {
      map.off('mousedown', down);
      map.off('mousemove', move);
      map.off('mouseup', up);
      map.off('click', tap);
      map.dragPan.enable();
      setBox(null);
    };
  }, [map, enabled, byTaps]);

  const element = box && (
    <>
      <div
        className={classes.box}
        style={{
          left: Math.min(box.from.x, box.to.x),
          top: Math.min(box.from.y, box.to.y),
          width: Math.abs(box.to.x - box.from.x),
          height: Math.abs(box.to.y - box.from.y),
        }}
      />
      {byTaps && <div className={classes.corner} style={{ left: box.from.x, top: box.from.y }} />}
    </>
  );
  /** The click that ends a drag is not a click on a task. */
  const justDrawn = () => performance.now() - drawnAt.current < 300;
  return { element, justDrawn };
}
