/** How one component comes onto a page. */
export interface Door {
  /** Fetches the component and registers its tag; rejects where the file cannot be had. */
  load: () => Promise<unknown>;
  /** Attributes that a placeholder may set. A list of what is allowed: nothing else ever reaches the element. */
  attributes: readonly string[];
  /** The component stands around other content: a placeholder's children move inside instead of being replaced. */
  wraps?: boolean;
}

/** Every component the loader knows, by tag. Adding one here is all it takes to offer it on every page. */
export const doors: ReadonlyMap<string, Door> = new Map([
  [
    'htsd-provider',
    {
      load: () => import('../components/provider/provider.define.js'),
      attributes: ['adapter', 'tenant', 'name', 'service-worker', 'verify-href'],
      wraps: true,
    },
  ],
  [
    'htsd-assessment-form',
    {
      load: () => import('../components/assessment-form/assessment-form.define.js'),
      attributes: [
        'model',
        'subject',
        'cycle',
        'criteria',
        'subject-name',
        'place',
        'place-code',
        'parent-organisation',
        'head-name',
        'head-position',
        'controller',
        'controller-contact',
        'retention',
        'theme',
      ],
    },
  ],
  [
    'htsd-model-badge',
    {
      load: () => import('../components/model-badge/model-badge.define.js'),
      attributes: ['recognition', 'size', 'verify-href', 'theme'],
    },
  ],
  [
    'htsd-badge-check',
    {
      load: () => import('../components/badge-check/badge-check.define.js'),
      // Not `registry-src`, nor `max-status-age`: whoever may write into a page would choose whom it trusts.
      attributes: ['recognition', 'link', 'from-address', 'theme'],
    },
  ],
  [
    'htsd-review',
    {
      load: () => import('../components/review/review.define.js'),
      attributes: ['model', 'cycle', 'state', 'assessment', 'theme'],
    },
  ],
  [
    'htsd-recognition',
    {
      load: () => import('../components/recognition/recognition.define.js'),
      // Not `registry-src`, as above.
      attributes: [
        'model',
        'cycle',
        'view',
        'issuer-id',
        'issuer-name',
        'signer',
        'signer-position',
        'place',
        'parent-organisation',
        'theme',
      ],
    },
  ],
  [
    'htsd-register',
    {
      load: () => import('../components/register/register.define.js'),
      attributes: ['cycle', 'model', 'state', 'place', 'assessment-href', 'theme'],
    },
  ],
  [
    'htsd-fund-tracker',
    {
      load: () => import('../components/fund-tracker/fund-tracker.define.js'),
      attributes: ['fund', 'view', 'theme'],
    },
  ],
  [
    'htsd-locality-picker',
    {
      load: () => import('../components/locality-picker/locality-picker.define.js'),
      attributes: ['label', 'value', 'levels', 'within', 'required', 'theme'],
    },
  ],
  [
    'htsd-target-gauge',
    {
      load: () => import('../components/target-gauge/target-gauge.define.js'),
      attributes: ['indicator', 'locality', 'year', 'variant', 'theme'],
    },
  ],
  [
    'htsd-report',
    {
      load: () => import('../components/report/report.define.js'),
      attributes: ['locality', 'year', 'kind', 'from', 'theme'],
    },
  ],
  [
    'htsd-sync-status',
    {
      load: () => import('../components/sync-status/sync-status.define.js'),
      attributes: ['open', 'theme'],
    },
  ],
]);
