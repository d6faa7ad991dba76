/** Makes elements of a document; strings become text nodes. */
export function make(
  target: Document,
): <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  children: readonly (Node | string)[],
) => HTMLElementTagNameMap[K] {
  return (tag, name, children) => {
    const element = target.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };
}
