/** The arrow of a mouse. */
export function Pointer({ x, y }: { x: number; y: number }) {
  return (
    <path
      d="M0 0L0 20L5 15.5L8.4 23L12 21.4L8.6 14.2L15.4 13.6Z"
      transform={`translate(${x} ${y})`}
      fill="var(--text)"
      stroke="var(--surface)"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  );
}
