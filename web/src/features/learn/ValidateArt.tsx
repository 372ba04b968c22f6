import { Selected, strokes } from '../../art/Cell';
import { Village } from '../../art/Village';

/** A square gone over in strips, from one side to the other and back. */
export function StripsArt() {
  return (
    <svg viewBox="0 0 680 240" aria-hidden="true">
      <Village x={230} y={10} width={220} height={220} traced={6} />
      <Selected x={230} y={10} size={220} />
      <path
        d="M250 46H424A18 18 0 0 1 424 82H256A19 19 0 0 0 256 120H424A19 19 0 0 1 424 158H256A19 19 0 0 0 256 196H426"
        {...strokes('var(--text)', 2.6)}
        strokeDasharray="2 9"
      />
      <path d="M416 184L430 196L416 208" {...strokes('var(--text)', 2.6)} />
    </svg>
  );
}
