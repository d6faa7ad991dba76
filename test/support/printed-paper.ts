import { until } from './mount-form.js';

/** Stands in for the print dialog, which a browser under test has not: new frames print by this until the answer is called. */
export function printBy(print: (inner: Window) => void): () => void {
  document.body.append = (...nodes) => {
    HTMLElement.prototype.append.apply(document.body, nodes);
    for (const one of nodes) {
      const inner = one instanceof HTMLIFrameElement ? one.contentWindow : undefined;
      if (inner) inner.print = () => print(inner);
    }
  };
  return () => void Reflect.deleteProperty(document.body, 'append');
}

/** The paper that something makes a component print. */
export async function paperOf(cause: () => void): Promise<Document> {
  let paper: Document | undefined;
  const end = printBy((inner) => {
    paper = inner.document.cloneNode(true) as Document;
    inner.dispatchEvent(new Event('beforeprint'));
    inner.dispatchEvent(new Event('afterprint'));
  });
  try {
    cause();
    return await until(() => paper, 'the paper');
  } finally {
    end();
  }
}
