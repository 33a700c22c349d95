import type { Write } from '../../../shared/table/write.ts'
import { takeFault } from '../faults.ts'
import type { ChannelSandbox } from '../sandbox.ts'
import { notificationFaults } from './faults.ts'
import { type About, type Channel, type NotificationTask, type Spread, tasksFor } from './task.ts'
import { taskCreated } from './task-store.ts'

type NotificationFault = { drop?: true; duplicates?: number; probe?: true }

const isMode = (mode: string): mode is keyof typeof notificationFaults => Object.hasOwn(notificationFaults, mode)

const faultOf = async (sandbox: ChannelSandbox, { channel, outTradeNo }: About): Promise<NotificationFault> => {
  const mode = await takeFault(sandbox, `${channel}_notification`, outTradeNo)
  return mode !== undefined && isMode(mode) ? notificationFaults[mode] : {}
}

/** As each channel writes the id of a notification. */
const eventIds: Record<Channel, (id: string) => string> = {
  wechat_pay: (id) => `EV-${id}`,
  alipay: (id) => id,
}

export type Scheduled = { tasks: NotificationTask[]; writes: Write[] }

/** Nobody is told. */
export const NOBODY: Scheduled = { tasks: [], writes: [] }

/** The tasks of an event with whatever fault is armed for it, and the writes that remember them. */
export const schedule = async (
  sandbox: ChannelSandbox,
  about: About,
  asked: Partial<Spread> = {},
): Promise<Scheduled> => {
  const fault = await faultOf(sandbox, about)
  const spread: Spread = {
    duplicates: (asked.duplicates ?? 0) + (fault.duplicates ?? 0),
    delayMs: asked.delayMs ?? 0,
    drop: Boolean(asked.drop) || Boolean(fault.drop),
    probe: Boolean(asked.probe) || Boolean(fault.probe),
  }
  const eventId = eventIds[about.channel](sandbox.ids.id())
  const tasks = tasksFor({ ...about, eventId }, spread, sandbox.ids.id)
  return { tasks, writes: tasks.map((task) => taskCreated(sandbox, task)) }
}

/** Wakes the worker for tasks that are committed. */
export const wake = async (sandbox: ChannelSandbox, tasks: readonly NotificationTask[]): Promise<void> => {
  const now = sandbox.clock.now()
  for (const task of tasks) await sandbox.later(task.id, Math.max(0, task.dueAt - now))
}
