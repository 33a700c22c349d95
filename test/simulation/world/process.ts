import type { BillSource } from '../../../functions/bookkeeping/reconciliation/bill.ts'
import type { ComplaintDesk } from '../../../functions/complaints/complaint-desk.ts'
import type { PaymentProvider } from '../../../functions/payment/paying/provider.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Database } from '../../../shared/table/patient-table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** How one effect goes: `dies` ends the whole process there, `fails` is what the caller sees of a broken call. */
export type Fate = 'done' | 'dies_before' | 'dies_after' | 'fails_before' | 'fails_after'

/** One await of an operation on something outside of it. */
export type Effect = {
  process: Process
  name: string
  args: readonly unknown[]
  isFirst: boolean
  /** The same call broke before, and is made again. */
  isAgain: boolean
}

/** Decides when an effect happens (by answering late) and how it goes. */
export type Schedule = (effect: Effect) => Fate | Promise<Fate>

/** One invocation of an operation, as a function instance runs it. `died`: killed in the middle, nobody gets an answer. */
export type Process = {
  name: string
  deadline: Millis
  effects: number
  state: 'running' | 'ended' | 'failed' | 'died'
  answer?: unknown
  error?: unknown
  over: Promise<void>
  die(): void
}

/** The error an operation sees when something outside did not answer. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** What a caller is told of a call that broke, before or after it was executed; it may throw. */
export type Broken = (effect: Effect, executed: boolean) => unknown

/** A fresh one for everybody who waits for it, because a promise keeps all who wait, and they keep their worlds. */
const never = (): Promise<never> => new Promise(() => undefined)

/** Members that answer at once and touch nothing outside. */
const PURE = new Set(['calls', 'readNotification'])

/** What the names of effects are made of; a method that is renamed is renamed here, or this does not compile. */
type EffectName =
  | `table.${keyof Database}`
  | `vault.${keyof Vault}`
  | `provider.${keyof PaymentProvider}`
  | `bills.${keyof BillSource}`
  | `desk.${keyof ComplaintDesk}`
  | `${'provider' | 'checker' | 'bill' | 'desk'} secret.read`

/** Calls that change nothing outside: dying after one leaves the world as dying after the effect before it. */
const READS: ReadonlySet<string> = new Set<EffectName>([
  'table.get',
  'table.getMany',
  'table.query',
  'table.due',
  'table.list',
  'vault.newDataKey',
  'vault.openDataKey',
  'vault.mac',
  'provider secret.read',
  'checker secret.read',
  'bill secret.read',
  'desk secret.read',
  'provider.query',
  'bills.tradeBill',
  'bills.settlement',
  'desk.detail',
  'desk.history',
  'desk.list',
])

/** Reads that are late anyhow, so that it makes no difference when they happen. */
const INDEXES: ReadonlySet<string> = new Set<EffectName>(['table.due', 'table.list'])

/** Only asks. */
export const isRead = ({ name }: Effect): boolean => READS.has(name)

/** Only asks an index. */
export const isOfIndex = ({ name }: Effect): boolean => INDEXES.has(name)

/**
 * `target` with every method call as an effect of `process`. What is not named as pure is an effect, so a new method, or
 * a new await of an operation, is covered without being listed.
 */
export const effectful = <T extends object>(
  process: Process,
  schedule: Schedule,
  port: string,
  target: T,
  broken: Broken,
): T => {
  const troubled = new WeakSet<object>()
  const broke = (effect: Effect, executed: boolean): unknown => {
    const [asked] = effect.args
    if (typeof asked === 'object' && asked !== null) troubled.add(asked)
    return broken(effect, executed)
  }
  const isAgain = ([asked]: readonly unknown[]): boolean =>
    typeof asked === 'object' && asked !== null && troubled.has(asked)
  const done = async (effect: Effect, fate: Fate, run: () => unknown): Promise<unknown> => {
    if (fate === 'dies_before') process.die()
    if (process.state !== 'running') return never()
    if (fate === 'fails_before') return broke(effect, false)
    const answer = await run()
    if (fate === 'dies_after') process.die()
    if (process.state !== 'running') return never()
    return fate === 'fails_after' ? broke(effect, true) : answer
  }
  const perform = (member: string, args: readonly unknown[], run: () => unknown): Promise<unknown> => {
    if (process.state !== 'running') return never()
    const effect = { process, name: `${port}.${member}`, args, isFirst: process.effects === 0, isAgain: isAgain(args) }
    process.effects += 1
    const fate = schedule(effect)
    return typeof fate === 'string' ? done(effect, fate, run) : fate.then((later) => done(effect, later, run))
  }
  return new Proxy(target, {
    get(of, member) {
      const found: unknown = Reflect.get(of, member)
      if (typeof found !== 'function' || PURE.has(String(member))) return found
      return (...args: unknown[]) => perform(String(member), args, () => Reflect.apply(found, of, args))
    },
  })
}

/** Starts an operation. `over` resolves when it ended, failed or died. */
export const started = (name: string, deadline: Millis, run: (process: Process) => Promise<unknown>): Process => {
  let killed = (): void => undefined
  const death = new Promise<void>((resolve) => {
    killed = resolve
  })
  const process: Process = {
    name,
    deadline,
    effects: 0,
    state: 'running',
    over: death,
    die() {
      if (process.state !== 'running') return
      process.state = 'died'
      killed()
    },
  }
  const finished = (state: 'ended' | 'failed', left: { answer?: unknown; error?: unknown }): void => {
    if (process.state === 'running') Object.assign(process, { state, ...left })
  }
  const work = run(process).then(
    (answer) => finished('ended', { answer }),
    (error: unknown) => finished('failed', { error }),
  )
  process.over = Promise.race([work, death])
  return process
}
