import type { Put } from '../../../shared/table/write.ts'
import { changed, created, type Document, listDocuments, readDocument } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'
import { type NotificationTask, taskSchema } from './task.ts'

const DAYS_KEPT = 30

const life = (sandbox: Sandbox) => ({ now: sandbox.clock.now(), days: DAYS_KEPT })

export const readTask = (sandbox: Sandbox, id: string): Promise<Document<NotificationTask> | undefined> =>
  readDocument(sandbox.table, keys.task(id), taskSchema)

export const taskCreated = (sandbox: Sandbox, task: NotificationTask): Put =>
  created(keys.task(task.id), task, life(sandbox))

export const taskChanged = (sandbox: Sandbox, before: Document<NotificationTask>, after: NotificationTask): Put =>
  changed(before, after, life(sandbox))

/** What is still to be delivered, soonest first. */
export const pendingTasks = async (sandbox: Pick<Sandbox, 'table'>): Promise<NotificationTask[]> => {
  const found = await listDocuments(sandbox.table, keys.task('').pk, taskSchema)
  return found.map(({ value }) => value).sort((a, b) => a.dueAt - b.dueAt)
}
