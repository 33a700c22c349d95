import { join } from 'node:path'
import { queues } from '../../functions/queues.ts'
import { routes } from '../../functions/routes.ts'
import { schedules } from '../../functions/schedules.ts'
import { type Bundles, bundle } from '../../infra/bundle.ts'
import { handlerPath } from '../../infra/functions.ts'
import { planFor } from '../../infra/plan.ts'
import { type BareBundle, bareBundles, clientsOf } from './bare.ts'

/** A function as it is deployed to production, beside the bare bundle with the same SDK clients. */
export type Built = {
  name: string
  isApi: boolean
  /** Its code. */
  file: string
  staticBytes: number
  ownBytes: number
  clients: string
  bare: BareBundle
}

const HANDLERS = join(import.meta.dirname, '../../functions')

const builtOf = (name: string, bundles: Bundles, bare: ReadonlyMap<string, BareBundle>): Built => {
  const made = bundles.get(name)
  const clients = made && clientsOf(made)
  const beside = clients && bare.get(clients)
  if (!beside) throw new Error(`there is no bare bundle for ${name}`)
  const { staticBytes, ownBytes, folder } = made
  const isApi = routes.some((route) => route.fn === name)
  return { name, isApi, file: join(folder, 'index.mjs'), staticBytes, ownBytes, clients, bare: beside }
}

/** Every function of production with its bare bundle, built below `folder`. */
export const builtFunctions = async (folder: string): Promise<Built[]> => {
  const { capabilities } = planFor({ routes, queues, schedules }, 'production')
  const names = capabilities.flatMap(({ functions }) => functions.map(({ name }) => name))
  const entries = Object.fromEntries(names.map((name) => [name, join(HANDLERS, handlerPath(name))]))
  const bundles = await bundle(entries, join(folder, 'functions'))
  const sets = new Set([...bundles.values()].map(clientsOf))
  const bare = await bareBundles([...sets], folder)
  return names.map((name) => builtOf(name, bundles, bare))
}
