import {useCallback, useEffect, useRef} from 'react';

/**
 * Gives a function that runs its argument now, or, while a pointer is pressed, once the press and its click are over.
 * A message that appears between press and release would move the button away from under the pointer: no click comes of
 * it, and the reader presses in vain.
 */
export function usePressEnd(): (run: () => void) => void {
  const isPressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      isPressed.current = true;
    };
    const release = () => {
      isPressed.current = false;
      // The click comes after the release, in the same turn.
      setTimeout(() => {
        for (const run of waiting.current.splice(0)) run();
      });
    };
    window.addEventListener('pointerdown', press, {capture: true});
    window.addEventListener('pointerup', release, {capture: true});
    window.addEventListener('pointercancel', release, {capture: true});
    return () => {
      window.removeEventListener('pointerdown', press, {capture: true});
      window.removeEventListener('pointerup', release, {capture: true});
      window.removeEventListener('pointercancel', release, {capture: true});
    };
  }, []);
  return useCallback((run) => {
    if (isPressed.current) waiting.current.push(run);
    else run();
  }, []);
}
