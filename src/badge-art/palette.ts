/** Colours of pictures and pages that stand alone, in light and in the dark: those of components where a host says nothing. */
export const palette = {
  accent: ['#0a6650', '#6cc9ad'],
  'accent-ink': ['#fff', '#06231b'],
  'accent-soft': ['#e6f2ee', '#16362d'],
  ink: ['#17231f', '#e8eeeb'],
  'ink-muted': ['#52615b', '#a9b8b2'],
  line: ['#d3dcd8', '#384742'],
  'line-strong': ['#7d8c86', '#8a9a94'],
  surface: ['#fff', '#121a17'],
  'surface-soft': ['#f4f7f6', '#1b2622'],
  danger: ['#a8261c', '#ffb4a9'],
  'danger-soft': ['#fdf0ee', '#3a1b17'],
  warning: ['#7a4b00', '#f3c677'],
  'warning-soft': ['#fdf5e4', '#33270f'],
  focus: ['#0b57d0', '#a8c7fa'],
} as const;
