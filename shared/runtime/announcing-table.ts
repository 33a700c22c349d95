import { wakingTable } from '../outbox/waking-table.ts'
import { seldomQueue } from './seldom-queue.ts'
import { tableNamed } from './table.ts'

/** A table by the environment variable that names it, for a function whose commits announce events. */
export const announcingTable = (variable: string) => wakingTable(tableNamed(variable), seldomQueue)
