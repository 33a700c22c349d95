import type { QueueName, WorkQueue } from '../functions/queues.ts'
import type { Route } from '../shared/http/route.ts'
import type { Millis } from '../shared/kernel/time.ts'
import { SECOND } from '../shared/kernel/time.ts'
import type { SecretName, Stage } from './config.ts'
import { type Door, doorsOf } from './doors.ts'
import { capabilityOf, purposeOf, functions as purposes } from './functions.ts'
import type { Purpose } from './purpose.ts'

type Schedule = { fn: string; everyMinutes: number; timeoutMs: Millis }

/** What is to run: who answers which route, who serves which queue, who runs by the clock. */
export type Tables = { routes: readonly Route[]; queues: readonly WorkQueue[]; schedules: readonly Schedule[] }

export type PlannedFunction = {
  name: string
  purpose: Purpose
  timeoutMs: Millis
  routes: readonly Route[]
  /** Its routes as the gateway has them. */
  doors: readonly Door[]
  queues: readonly WorkQueue[]
  schedules: readonly Schedule[]
}

export type Capability = { name: string; functions: readonly PlannedFunction[] }

type PlannedQueue = { name: QueueName; timeoutMs: Millis; impact: string }

/** The part of the tables that exists in a stage, grouped as it is deployed. */
export type Plan = { capabilities: readonly Capability[]; queues: readonly PlannedQueue[] }

/** API Gateway gives up after 30 s; one second less lets our own answer, not its, reach the caller. */
const API_TIMEOUT: Millis = 29 * SECOND

const inStage = ({ routes, queues, schedules }: Tables, stage: Stage, unused: readonly SecretName[]): Tables => {
  const isUseful = ({ fn }: { fn: string }): boolean => !unused.some((secret) => secret === purposeOf(fn).account)
  return {
    routes: routes.filter((route) => isUseful(route) && (stage === 'sandbox' || !route.sandboxOnly)),
    queues: queues.filter((row) => isUseful(row) && (stage === 'sandbox' || !row.sandboxOnly)),
    schedules: schedules.filter(isUseful),
  }
}

const everyDoor = Object.values<Purpose>(purposes).flatMap(({ doors = [] }) => doors)

const planned = (name: string, { routes, queues, schedules }: Tables): PlannedFunction => {
  const mine = <Row extends { fn: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.fn === name)
  const timeouts = [...mine(queues), ...mine(schedules)].map((row) => row.timeoutMs)
  const purpose = purposeOf(name)
  return {
    name,
    purpose,
    timeoutMs: timeouts.length > 0 ? Math.max(...timeouts) : API_TIMEOUT,
    routes: mine(routes),
    doors: doorsOf(mine(routes), purpose.doors ?? [], everyDoor),
    queues: mine(queues),
    schedules: mine(schedules),
  }
}

/**
 * Decides what a stage consists of, without what is for accounts that the platform does not have (`unused`). Throws if a table names
 * a function without a purpose, or production a stand-in.
 */
export const planFor = (tables: Tables, stage: Stage, unused: readonly SecretName[] = []): Plan => {
  const kept = inStage(tables, stage, unused)
  const rows = [...kept.routes, ...kept.queues, ...kept.schedules]
  const unknown = Object.keys(purposes).filter((name) => purposeOf(name).answersUnknown)
  const functions = [...new Set([...unknown, ...rows.map((row) => row.fn)])].map((name) => planned(name, kept))
  const standIn = functions.find((fn) => fn.purpose.standIn)
  if (stage === 'production' && standIn) {
    throw new Error(`${standIn.name} is a stand-in, but a row that names it is not marked sandboxOnly`)
  }
  const capabilities = [...new Set(functions.map((fn) => capabilityOf(fn.name)))]
  return {
    capabilities: capabilities.map((name) => ({
      name,
      functions: functions.filter((fn) => capabilityOf(fn.name) === name),
    })),
    queues: kept.queues.map((row) => ({
      name: row.queue,
      timeoutMs: row.timeoutMs,
      impact: purposeOf(row.fn).impact,
    })),
  }
}
