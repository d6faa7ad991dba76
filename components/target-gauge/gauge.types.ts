/** How it is drawn: one target as a bar or half a circle, all targets of a place, or the parts of a place side by side. */
export type GaugeVariant = 'bullet' | 'arc' | 'scorecard' | 'ranking';

/** What is shown: a gauge or a list, or why there is none. */
export type GaugePhase =
  | 'empty'
  | 'loading'
  | 'shown'
  | 'nothing'
  | 'not-found'
  | 'forbidden'
  | 'offline'
  | 'error';
