/** Kinds of places that a component can be put into, by what they allow. */
export const hostKinds = ['page', 'office', 'portal', 'image', 'moodle-plugin', 'moodle'] as const;
export type HostKind = (typeof hostKinds)[number];

/** What the webmaster chose; all that a snippet says, and nothing else. */
export interface Choice {
  host: HostKind;
  /** Name of the component without `htsd-`. */
  component: string;
  /** Attributes with a value; '' for one that only is there. */
  attributes: Readonly<Record<string, string>>;
  /** Address of the folder of the library, with a slash at the end. */
  library: string;
  /** Address of our server; '' where everything stays in the browser. */
  server: string;
  /** Code of the province whose pictures are shown. */
  province: string;
  /** Address of the portal that says who is signed in; '' where everybody is a visitor. */
  tokenSrc: string;
  /** Language of the component. */
  lang: 'vi' | 'en';
  /** The script is taken by its hash. */
  pinned: boolean;
}

/** One attribute that a component may be given. */
export interface Option {
  name: string;
  kind: 'text' | 'number' | 'boolean' | 'choice';
  /** Values of a choice. */
  values?: readonly string[];
}

/** What the build knows of a component. */
export interface ComponentOptions {
  name: string;
  options: readonly Option[];
}

/** What the build knows of itself: `embed-options.json`. */
export interface BuildFacts {
  version: string;
  components: readonly ComponentOptions[];
}

/** SHA-384 of the scripts that a page includes, by file name, as `integrity` wants it: `hashes.json`. */
export type Hashes = Readonly<Record<string, string>>;
