import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { Hono } from 'hono';
import type { Standing } from '../storage/deliveries.js';

/** What Prometheus is told. Routes, statuses, kinds and counts: nothing of persons, and no address that somebody asked for. */
export interface Metrics {
  /** A request was answered. @param route as it was written down, with its holes; @param seconds until the answer began */
  answered(method: string, route: string, status: number, seconds: number): void;
  /** What became of a command. */
  decided(status: string): void;
  /** Something failed that nobody foresaw. @param code by which the log calls it, as in `S3 503 SlowDown` */
  failed(code: string): void;
  /** What became of events that were sent. @param webhook its name, as the operator gave it */
  sent(webhook: string, outcome: 'delivered' | 'failed' | 'dead', many: number): void;
  /** How much there is to be sent. */
  waiting(all: readonly Standing[]): void;
  /** All of it, in the text format of Prometheus 0.0.4. */
  text(): string;
}

/** Upper ends of the steps, in seconds. */
const steps = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(version = 'unreleased'): Metrics {
  const requests = new Map<string, number>();
  const commands = new Map<string, number>();
  const failures = new Map<string, number>();
  const durations = new Map<string, { counts: number[]; sum: number; count: number }>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const deliveries = new Map<string, number>();
  let standings: readonly Standing[] = [];
  const add = (map: Map<string, number>, labels: string, many = 1): void =>
    void map.set(labels, (map.get(labels) ?? 0) + many);
  const toBeSent = (value: (one: Standing) => number): Map<string, number> =>
    new Map(standings.map((one) => [labelled({ webhook: one.webhook }), value(one)]));

  function aboutWebhooks(): string[] {
    const age = ({ oldest }: Standing): number =>
      oldest === null ? 0 : Math.max(0, (Date.now() - Date.parse(oldest)) / 1_000);
    const names = { sent: 'htsd_webhook_deliveries_total', waiting: 'htsd_webhook_waiting' };
    return [
      ...family(names.sent, 'counter', 'Events by what became of sending them.', deliveries),
      ...family(
        names.waiting,
        'gauge',
        'Events to be sent.',
        toBeSent(({ waiting }) => waiting),
      ),
      ...family('htsd_webhook_oldest_seconds', 'gauge', 'Age of the oldest of them.', toBeSent(age)),
      ...family(
        'htsd_webhook_dead',
        'gauge',
        'Events that were given up.',
        toBeSent(({ dead }) => dead),
      ),
    ];
  }

  return {
    answered(method, route, status, seconds) {
      add(requests, labelled({ method, route, status }));
      const labels = labelled({ route });
      const known = durations.get(labels) ?? { counts: steps.map(() => 0), sum: 0, count: 0 };
      for (const [index, step] of steps.entries()) if (seconds <= step) known.counts[index]! += 1;
      known.sum += seconds;
      known.count += 1;
      durations.set(labels, known);
    },
    decided: (status) => add(commands, labelled({ status })),
    failed: (code) => add(failures, labelled({ code })),
    sent: (webhook, outcome, many) => add(deliveries, labelled({ webhook, outcome }), many),
    waiting: (all) => void (standings = all),
    text() {
      const memory = process.memoryUsage();
      const cpu = process.cpuUsage();
      const lines = [
        ...family('htsd_requests_total', 'counter', 'Requests that were answered.', requests),
        ...family('htsd_commands_total', 'counter', 'Commands by what became of them.', commands),
        ...family('htsd_failures_total', 'counter', 'Failures by what the log calls them.', failures),
        ...head('htsd_request_duration_seconds', 'histogram', 'Time until an answer began.'),
        ...[...durations].flatMap(([labels, { counts, sum, count }]) => [
          ...steps.map(
            (step, index) => `htsd_request_duration_seconds_bucket{${labels},le="${step}"} ${counts[index]}`,
          ),
          `htsd_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
          `htsd_request_duration_seconds_sum{${labels}} ${sum}`,
          `htsd_request_duration_seconds_count{${labels}} ${count}`,
        ]),
        ...(standings.length === 0 ? [] : aboutWebhooks()),
        ...family('htsd_info', 'gauge', 'Version of the program.', new Map([[labelled({ version }), 1]])),
        ...one('process_resident_memory_bytes', 'gauge', 'Memory of the process.', memory.rss),
        ...one('process_heap_bytes', 'gauge', 'Memory of the program within it.', memory.heapUsed),
        ...one('process_cpu_seconds_total', 'counter', 'Processor time.', (cpu.user + cpu.system) / 1e6),
        ...one('process_uptime_seconds', 'gauge', 'Since it was started.', process.uptime()),
        ...one(
          'nodejs_eventloop_lag_p99_seconds',
          'gauge',
          'How long work had to wait.',
          delay.percentile(99) / 1e9,
        ),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}

/** A server of their own for the numbers, so that they are told on no address that portals ask. */
export function metricsApp(metrics: Metrics): Hono {
  const app = new Hono();
  app.get('/metrics', (context) =>
    context.body(metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  return app;
}

const labelled = (labels: Record<string, string | number>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${String(value).replace(/[\\"\n]/g, '_')}"`)
    .join(',');

const head = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

const family = (name: string, type: string, help: string, values: ReadonlyMap<string, number>): string[] => [
  ...head(name, type, help),
  ...[...values].map(([labels, value]) => `${name}{${labels}} ${value}`),
];

const one = (name: string, type: string, help: string, value: number): string[] => [
  ...head(name, type, help),
  `${name} ${value}`,
];
