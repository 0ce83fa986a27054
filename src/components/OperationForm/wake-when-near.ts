const touches = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `wake` once the reader has begun to use the page and the element is in sight or nearly so. Gives the function
 * that ends the waiting.
 */
export function wakeWhenNear(element: Element, wake: () => void): () => void {
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      wake();
    },
    {rootMargin: '300px'},
  );
  const touched = () => {
    stop();
    near.observe(element);
  };
  const stop = () => {
    for (const touch of touches) window.removeEventListener(touch, touched);
  };
  for (const touch of touches) window.addEventListener(touch, touched, {passive: true});
  return () => {
    stop();
    near.disconnect();
  };
}
