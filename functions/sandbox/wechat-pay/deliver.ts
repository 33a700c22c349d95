import { MINUTE } from '../../../shared/kernel/time.ts'
import { type Document, listDocuments, removed } from '../documents.ts'
import { keys } from '../keys.ts'
import type { LaterSandbox } from '../sandbox.ts'
import { eventOf, LADDER, type NotificationTask, notificationBody, taskSchema } from './notification.ts'
import { probeSigned, signedHeaders } from './signature.ts'
import { readOrder, readTask, taskChanged } from './store.ts'

/** How one run of a task ended. */
export type Delivery = 'gone' | 'early' | 'overtaken' | 'accepted' | 'refused' | 'given_up'

const accepts = (status: number): boolean => status === 200 || status === 204

const send = async (sandbox: LaterSandbox, task: NotificationTask): Promise<boolean> => {
  const order = (await readOrder(sandbox, task.outTradeNo))?.value
  const event = order && eventOf(task, order, sandbox.wechatPay)
  // Nobody to tell is as good as told.
  if (!event) return true
  const now = sandbox.clock.now()
  const body = notificationBody(task, event, sandbox.wechatPay.apiV3Key, sandbox.ids.secret(9), now)
  const sign = task.probe ? probeSigned : signedHeaders
  const reply = await sandbox.outgoing({
    method: 'POST',
    url: event.url,
    headers: {
      'Content-Type': 'application/json',
      Accept: '*/*',
      'User-Agent': 'Mozilla/4.0',
      'Request-ID': sandbox.ids.id(),
      ...sign(body, sandbox.wechatPay, sandbox.ids.secret(24), now),
    },
    body,
  })
  return reply.kind === 'answered' && accepts(reply.status)
}

/** Long enough for one attempt; after it a crashed run is made up for. */
const LEASE = MINUTE

/** Counts the attempt before it is made, so that of two runs at once only one sends. */
const claim = async (sandbox: LaterSandbox, found: Document<NotificationTask>) => {
  const { attempts } = found.value
  const wait = found.value.probe ? undefined : LADDER[attempts]
  const task = { ...found.value, attempts: attempts + 1, dueAt: sandbox.clock.now() + (wait ?? LEASE) }
  const committed = await sandbox.table.commit([taskChanged(sandbox, found, task)])
  if (committed.kind === 'conflict') return undefined
  return { document: { ...found, value: task, version: found.version + 1 }, wait }
}

const isExhausted = ({ probe, attempts }: NotificationTask): boolean => attempts > (probe ? 0 : LADDER.length)

/** Runs a task if it is due: one attempt, and the next one by the ladder until somebody answers 200 or 204. */
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

/** What is still to be delivered, soonest first. */
export const pendingTasks = async (sandbox: Pick<LaterSandbox, 'table'>): Promise<NotificationTask[]> => {
  const found = await listDocuments(sandbox.table, keys.task('').pk, taskSchema)
  return found.map(({ value }) => value).sort((a, b) => a.dueAt - b.dueAt)
}

/** Runs everything that is due now, as if its queue message had just arrived. Answers how each ended. */
export const deliverDue = async (sandbox: LaterSandbox): Promise<Delivery[]> => {
  const now = sandbox.clock.now()
  const ended: Delivery[] = []
  for (const task of await pendingTasks(sandbox)) if (task.dueAt <= now) ended.push(await deliver(sandbox, task.id))
  return ended
}
