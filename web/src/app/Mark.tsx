/** The product's mark: four tasks, one done, one in work. Decorative; its link carries the name. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect x="1" y="1" width="11" height="11" rx="3" fill="var(--accent)" />
      <rect x="15" y="2" width="9" height="9" rx="2.4" fill="none" stroke="var(--accent)" strokeWidth="2" />
      <rect x="2" y="15" width="9" height="9" rx="2.4" fill="none" stroke="var(--accent)" strokeWidth="2" />
      <rect x="14" y="14" width="11" height="11" rx="3" fill="var(--accent)" opacity="0.45" />
    </svg>
  );
}
