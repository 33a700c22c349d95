import { MINUTE } from '../../../shared/kernel/time.ts'
import { alipayCourier } from '../alipay/courier.ts'
import { type Document, removed } from '../documents.ts'
import type { LaterSandbox } from '../sandbox.ts'
import { wechatPayCourier } from '../wechat-pay/courier.ts'
import type { Courier } from './courier.ts'
import type { Channel, NotificationTask } from './task.ts'
import { pendingTasks, readTask, taskChanged } from './task-store.ts'

/** How one run of a task ended. */
export type Delivery = 'gone' | 'early' | 'overtaken' | 'accepted' | 'refused' | 'given_up'

const couriers: Record<Channel, Courier> = { wechat_pay: wechatPayCourier, alipay: alipayCourier }

const send = async (sandbox: LaterSandbox, task: NotificationTask): Promise<boolean> => {
  const courier = couriers[task.channel]
  const letter = await courier.letter(sandbox, task)
  // Nobody to tell is as good as told.
  if (!letter) return true
  const reply = await sandbox.outgoing(letter)
  return reply.kind === 'answered' && courier.accepts(reply)
}

/** Long enough for one attempt; after it a crashed run is made up for. */
const LEASE = MINUTE

/** Counts the attempt before it is made, so that of two runs at once only one sends. */
const claim = async (sandbox: LaterSandbox, found: Document<NotificationTask>) => {
  const { attempts, probe, channel } = found.value
  const wait = probe ? undefined : couriers[channel].ladder[attempts]
  const task = { ...found.value, attempts: attempts + 1, dueAt: sandbox.clock.now() + (wait ?? LEASE) }
  const committed = await sandbox.table.commit([taskChanged(sandbox, found, task)])
  if (committed.kind === 'conflict') return undefined
  return { document: { ...found, value: task, version: found.version + 1 }, wait }
}

const isExhausted = ({ probe, attempts, channel }: NotificationTask): boolean =>
  attempts > (probe ? 0 : couriers[channel].ladder.length)

/** Runs a task if it is due: one attempt, and the next one by the channel's ladder until the merchant accepts. */
export const deliver = async (sandbox: LaterSandbox, id: string): Promise<Delivery> => {
  const found = await readTask(sandbox, id)
  if (!found) return 'gone'
  const early = found.value.dueAt - sandbox.clock.now()
  if (early > 0) {
    await sandbox.later(id, early)
    return 'early'
  }
  const drop = async (document: Document<NotificationTask>, end: Delivery): Promise<Delivery> => {
    await sandbox.table.commit([removed(document)])
    return end
  }
  if (isExhausted(found.value)) return drop(found, 'given_up')
  const claimed = await claim(sandbox, found)
  if (!claimed) return 'overtaken'
  if (await send(sandbox, claimed.document.value)) return drop(claimed.document, 'accepted')
  if (claimed.wait === undefined) return drop(claimed.document, 'given_up')
  await sandbox.later(id, claimed.wait)
  return 'refused'
}

/** Runs everything that is due now, as if its queue message had just arrived. Answers how each ended. */
export const deliverDue = async (sandbox: LaterSandbox): Promise<Delivery[]> => {
  const now = sandbox.clock.now()
  const ended: Delivery[] = []
  for (const task of await pendingTasks(sandbox)) if (task.dueAt <= now) ended.push(await deliver(sandbox, task.id))
  return ended
}
