/**
 * Components that a frame shows. Not the provider, which would let an address choose the back end, nor what only makes sense
 * inside a form of the page.
 */
export const frameComponents: readonly string[] = [
  'assessment-form',
  'model-badge',
  'badge-check',
  'review',
  'recognition',
  'register',
  'fund-tracker',
  'target-gauge',
  'report',
  'sync-status',
];

/** Components in which a person enters something. */
const written = new Set(['assessment-form', 'review', 'recognition', 'register', 'sync-status']);
/** Views of a fund that do. */
const writtenViews = new Set(['treasurer', 'inspection']);

/** Whether a person enters something in a component, and so has to be known. */
export const writesIn = (component: string, view: string | null | undefined): boolean =>
  written.has(component) || (component === 'fund-tracker' && writtenViews.has(view ?? ''));

export type FrameTheme = 'light' | 'dark' | 'auto';

export interface FrameRequest {
  component: string;
  /** Attributes of the component, as the address says them; which of them exist is for the component to say. */
  attributes: readonly (readonly [name: string, value: string])[];
  lang: 'vi' | 'en';
  theme: FrameTheme;
  /** The portal says who is signed in. */
  signIn: boolean;
  /** A person enters something here. */
  writes: boolean;
}

/** Parameters of the address that are no attribute. */
const own = new Set(['component', 'lang', 'theme', 'sign-in']);
/**
 * What an address may not choose: it can come from anybody, and is shown under the name of this site. Addresses that links
 * lead to, in whose name a title is granted, and how long an old answer proves something.
 */
const barred = /(^|-)(href|src)$|^issuer-|^max-/;
/** Attributes that a part of the form reads when it is needed, which no class observes. */
const readLate = ['place-code', 'controller', 'controller-contact', 'retention'];

/** Whether an attribute of a component may be given in the address of a frame. */
export const mayBeAsked = (name: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(name) && !barred.test(name);

/**
 * The attributes of a component, of all that an address may name. A list of what is allowed: nothing else, no handler above
 * all, ever reaches the element.
 */
export const knownAttributes = (element: CustomElementConstructor): ReadonlySet<string> =>
  new Set([...(element as unknown as { observedAttributes: string[] }).observedAttributes, ...readLate]);

/**
 * Reads the address of a frame: `?component=target-gauge&indicator=gia-dinh&locality=25&lang=en&theme=dark`.
 * `fault`: nothing is asked for, or something unknown.
 */
export function readRequest(search: string): FrameRequest | { fault: 'none' | 'unknown'; name: string } {
  const params = new URLSearchParams(search);
  const said = (params.get('component') ?? '').trim().toLowerCase();
  const name = said.replace(/^htsd-/, '');
  if (!name) return { fault: 'none', name };
  if (!frameComponents.includes(name)) return { fault: 'unknown', name: said.slice(0, 60) };
  const theme = params.get('theme');
  const attributes = [...params]
    .filter(([key], index, all) => all.findIndex(([other]) => other === key) === index)
    .filter(([key]) => !own.has(key) && mayBeAsked(key));
  return {
    component: name,
    attributes,
    lang: params.get('lang')?.toLowerCase().startsWith('en') ? 'en' : 'vi',
    theme: theme === 'dark' || theme === 'auto' ? theme : 'light',
    signIn: params.has('sign-in'),
    writes: writesIn(name, params.get('view')),
  };
}
