import { accountRoute } from '../../functions/overview/read.route.ts'
import { routes } from '../../functions/routes.ts'
import type { Route } from '../../shared/http/route.ts'
import { type Attack, type Attacked, attack, secretsOf } from './attack.ts'
import { logFaults } from './bounds.ts'
import { logsIn } from './logs.ts'
import type { Stage } from './stage.ts'

/** The routes of the service. Those of the stand-ins exist in no production, and some make others fail on purpose. */
export const besieged: readonly Route[] = routes.filter(({ sandboxOnly }) => !sandboxOnly)

/** How many functions are attacked at a time: as many as there are cores to serve them. */
const LANES = 2

/** What came of it; `elsewhere`: what the functions nobody asked, workers and stand-ins, logged meanwhile and may not. */
export type Besieged = { attacked: Attacked[]; elsewhere: string[] }

/** Credentials that were good and are not: what was asked with them since proves nothing. */
const strangers = async ({ platform, credentials }: Stage): Promise<string[]> => {
  const token = credentials.find(({ proof, isGood }) => proof === 'session' && isGood)?.text
  const { ok } = await platform.call(accountRoute, { token })
  return ok ? [] : ['the good session was ended by a request to another route']
}

/** Attacks routes, of each function one after the other, so that what a function logs belongs to the request it has just answered. */
export const besiege = async (
  stage: Stage,
  some: readonly Route[],
  how: Attack,
  told: (attacked: Attacked) => void = () => undefined,
): Promise<Besieged> => {
  const logs = logsIn(stage.engine.logFolder)
  logs.sinceAll()
  const waiting = [...Map.groupBy(some, ({ fn }) => fn).values()].values()
  const attacked: Attacked[] = []
  const lane = async (): Promise<void> => {
    for (const ofFunction of waiting) {
      for (const route of ofFunction) {
        const one = await attack(stage, logs, route, how)
        attacked.push(one)
        told(one)
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await stage.engine.drain()
  return { attacked, elsewhere: [...logFaults(logs.sinceAll(), secretsOf(stage)), ...(await strangers(stage))] }
}
