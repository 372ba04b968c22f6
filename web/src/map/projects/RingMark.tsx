import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { Ring } from './clusters';
import classes from './RingMark.module.css';

type Props = { ring: Ring; lit: boolean; onOpenGroup: () => void; onLight: (on: boolean) => void };

/**
 * A ring of progress on the map. A number: several projects, a click goes closer. None: one project, a click opens it.
 * Filled: lit with its row. Not a tab stop, because the list beside the map offers the same.
 */
export function RingMark({ ring, lit, onOpenGroup, onLight }: Props) {
  const intl = useIntl();
  const shared = {
    className: classes.ring,
    'data-lit': lit || undefined,
    tabIndex: -1,
    onPointerEnter: () => onLight(true),
    onPointerLeave: () => onLight(false),
  };
  if (ring.project) {
    return (
      <Link
        {...shared}
        to={`/projects/${ring.project.number}/tasks`}
        aria-label={ring.project.name}
        title={ring.project.name}
      >
        <Drawing ring={ring} lit={lit} text={lit ? `${ring.validated}%` : ''} />
      </Link>
    );
  }
  const label = intl.formatMessage(
    { id: 'ring.group', defaultMessage: '{count} projects, go closer' },
    { count: ring.count },
  );
  return (
    <button {...shared} type="button" aria-label={label} title={label} onClick={onOpenGroup}>
      <Drawing ring={ring} lit={lit} text={intl.formatNumber(ring.count)} />
    </button>
  );
}

function Drawing({ ring, lit, text }: { ring: Ring; lit: boolean; text: string }) {
  const size = ring.count === 1 ? (lit ? 44 : 24) : 32 + Math.min(12, Math.log2(ring.count) * 2.4);
  const stroke = size <= 24 ? 5 : 4.5;
  const radius = size / 2 - stroke / 2 - 1.5;
  const around = 2 * Math.PI * radius;
  const arc = (from: number, share: number, colour: string) => (
    <circle
      className={classes.arc}
      r={radius}
      stroke={colour}
      strokeWidth={stroke}
      strokeDasharray={`${(share / 100) * around} ${around}`}
      strokeDashoffset={(-from / 100) * around}
      transform="rotate(-90)"
    />
  );
  return (
    <svg width={size} height={size} viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`} aria-hidden="true">
      <circle className={classes.disc} r={size / 2} />
      <circle className={classes.track} r={radius} strokeWidth={stroke} />
      {arc(0, ring.validated, 'var(--state-validated)')}
      {arc(ring.validated, ring.mapped, 'var(--state-mapped)')}
      <circle className={classes.edge} r={size / 2 - 0.75} />
      {text && (
        <text textAnchor="middle" dominantBaseline="central">
          {text}
        </text>
      )}
    </svg>
  );
}
