/**
 * Makes an element show code as HTML, one element for each line: a line that stays as it is is not touched, so that a
 * letter typed into a form does not have the whole code styled and laid out again.
 */
export function showLines(element: HTMLElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const lines = [...template.content.children];
  const shown = [...element.children];
  lines.forEach((line, index) => {
    const old = shown[index];
    if (old === undefined) element.append(line);
    else if (old.innerHTML !== line.innerHTML) old.replaceChildren(...line.childNodes);
  });
  for (const old of shown.slice(lines.length)) old.remove();
}
