import * as z from 'zod/mini'

const times = z._default(z.int().check(z.minimum(1), z.maximum(1_000_000)), 1)
const ms = z._default(z.int().check(z.minimum(0), z.maximum(86_400_000)), 0)

/**
 * A function's calls to DynamoDB, SQS, KMS or Secrets Manager. The rule counts those that fit from the moment it is made and
 * strikes at the `nth`, then at each following one until it has struck `times` times. `conflict` and `throttle_after`, which executes
 * the call and then answers that it was throttled, as a repeat whose first answer was lost may be, fit writes to DynamoDB only.
 */
const functionRule = z.strictObject({
  target: z.literal('function'),
  fn: z.string(),
  /** As in `PutItem`; every operation if left out. */
  operation: z.optional(z.string()),
  nth: z._default(z.int().check(z.minimum(1)), 1),
  times,
  action: z.enum(['kill_before', 'kill_after', 'conflict', 'throttle', 'throttle_after', 'delay']),
  /** How long `delay` holds the call back. */
  ms,
})

/**
 * The next `times` messages a poller receives. `duplicate` delivers twice, at once or `ms` later; `delay` puts the message back
 * for `ms` on the engine's clock, rounded up to seconds; `drop` loses it.
 */
const queueRule = z.strictObject({
  target: z.literal('queue'),
  queue: z.string(),
  action: z.enum(['duplicate', 'delay', 'drop']),
  times,
  ms,
})

/**
 * The next `times` requests whose path starts with `path`. `break` closes the connection without an answer, before or after
 * the function ran; `hang` leaves the caller waiting until it gives up.
 */
const routeRule = z.strictObject({
  target: z.literal('route'),
  path: z.string().check(z.startsWith('/')),
  action: z.enum(['break_before', 'break_after', 'hang_before', 'hang_after']),
  times,
})

/** Stops the table and starts it again; happens at once. */
const tableRule = z.strictObject({ target: z.literal('table'), action: z.literal('restart') })

export const faultRule = z.discriminatedUnion('target', [functionRule, queueRule, routeRule])
export const faultRequest = z.discriminatedUnion('target', [functionRule, queueRule, routeRule, tableRule])

export type FaultRule = z.output<typeof faultRule>
type FunctionRule = z.output<typeof functionRule>
type QueueRule = z.output<typeof queueRule>
type RouteRule = z.output<typeof routeRule>

/** The faults to come. Asking for one uses it up. */
export type Faults = {
  add(rule: z.input<typeof faultRule>): void
  clear(): void
  /** Rules that have not struck as often as they should. */
  pending(): FaultRule[]
  ofCall(call: { fn: string; operation: string }): FunctionRule | undefined
  ofMessage(queue: string): QueueRule | undefined
  ofRequest(path: string): RouteRule | undefined
}

/** Names a rule may use. */
export type Names = { functions: readonly string[]; queues: readonly string[] }

/** The member of a rule that names something which does not exist. */
export const unknownName = (
  rule: z.input<typeof faultRule>,
  { functions, queues }: Names,
): 'fn' | 'queue' | undefined => {
  if (rule.target === 'function' && !functions.includes(rule.fn)) return 'fn'
  if (rule.target === 'queue' && !queues.includes(rule.queue)) return 'queue'
  return undefined
}

/** Only writes meet other transactions, and only theirs are repeated without being done twice. */
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems'])

const fits = (rule: FunctionRule, call: { fn: string; operation: string }): boolean =>
  rule.fn === call.fn &&
  (rule.operation ?? call.operation) === call.operation &&
  (!['conflict', 'throttle_after'].includes(rule.action) || WRITES.has(call.operation))

/** Faults live in memory: they survive a restart of the engine's parts, not the end of its process. */
export const faultRules = (): Faults => {
  let rules: { rule: FaultRule; seen: number; left: number }[] = []
  const strike = <R extends FaultRule>(which: (rule: FaultRule) => R | undefined): R | undefined => {
    let struck: R | undefined
    for (const entry of rules) {
      const rule = which(entry.rule)
      if (!rule) continue
      entry.seen += 1
      if (struck || entry.seen < (rule.target === 'function' ? rule.nth : 1)) continue
      entry.left -= 1
      struck = rule
    }
    rules = rules.filter(({ left }) => left > 0)
    return struck
  }
  return {
    add: (input) => {
      const rule = z.parse(faultRule, input)
      rules.push({ rule, seen: 0, left: rule.times })
    },
    clear: () => {
      rules = []
    },
    pending: () => rules.map(({ rule }) => rule),
    ofCall: (call) => strike((rule) => (rule.target === 'function' && fits(rule, call) ? rule : undefined)),
    ofMessage: (queue) => strike((rule) => (rule.target === 'queue' && rule.queue === queue ? rule : undefined)),
    ofRequest: (path) => strike((rule) => (rule.target === 'route' && path.startsWith(rule.path) ? rule : undefined)),
  }
}
