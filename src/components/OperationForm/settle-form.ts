/**
 * Marks a form as `data-settled` once it has been laid out: from then on the browser may leave out fields far from the
 * window, for it knows their sizes (OperationForm.module.css). Gives the function that ends it.
 */
export function settleForm(form: HTMLFormElement): () => void {
  // In the second frame the first one has been laid out and measured.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      form.dataset['settled'] = '';
    });
  });
  return () => cancelAnimationFrame(frame);
}
