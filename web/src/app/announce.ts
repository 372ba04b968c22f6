type Politeness = 'polite' | 'assertive';

/** Says a sentence to screen readers, through the live regions of the layout. */
export function announce(message: string, politeness: Politeness = 'polite'): void {
  const region = document.getElementById(`announce-${politeness}`);
  if (!region) return;
  // The same sentence twice is only read again when the region was empty in between.
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = message;
  });
}
