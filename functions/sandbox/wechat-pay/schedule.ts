import type { Write } from '../../../shared/table/write.ts'
import { takeFault } from '../faults.ts'
import type { WeChatPaySandbox } from '../sandbox.ts'
import { notificationFaults } from './faults.ts'
import { type NotificationTask, type Spread, tasksFor } from './notification.ts'
import { taskCreated } from './store.ts'

type NotificationFault = { drop?: true; duplicates?: number; probe?: true }

const isMode = (mode: string): mode is keyof typeof notificationFaults => Object.hasOwn(notificationFaults, mode)

const faultOf = async (sandbox: WeChatPaySandbox, outTradeNo: string): Promise<NotificationFault> => {
  const mode = await takeFault(sandbox, 'wechat_pay_notification', outTradeNo)
  return mode !== undefined && isMode(mode) ? notificationFaults[mode] : {}
}

export type Scheduled = { tasks: NotificationTask[]; writes: Write[] }

/** The tasks of an event with whatever fault is armed for it, and the writes that remember them. */
export const schedule = async (
  sandbox: WeChatPaySandbox,
  about: { outTradeNo: string; outRefundNo?: string; at: number },
  asked: Partial<Spread> = {},
): Promise<Scheduled> => {
  const fault = await faultOf(sandbox, about.outTradeNo)
  const spread: Spread = {
    duplicates: (asked.duplicates ?? 0) + (fault.duplicates ?? 0),
    delayMs: asked.delayMs ?? 0,
    drop: Boolean(asked.drop) || Boolean(fault.drop),
    probe: Boolean(asked.probe) || Boolean(fault.probe),
  }
  const tasks = tasksFor({ ...about, eventId: `EV-${sandbox.ids.id()}` }, spread, sandbox.ids.id)
  return { tasks, writes: tasks.map((task) => taskCreated(sandbox, task)) }
}

/** Wakes the worker for tasks that are committed. */
export const wake = async (sandbox: WeChatPaySandbox, tasks: readonly NotificationTask[]): Promise<void> => {
  const now = sandbox.clock.now()
  for (const task of tasks) await sandbox.later(task.id, Math.max(0, task.dueAt - now))
}
