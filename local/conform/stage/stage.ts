import { both, type InBoth } from '../../../shared/command/told.ts'
import { type Exchange, exchange } from './exchange.ts'
import { type PlayedApi, playApi } from './played-api.ts'
import { signatureBy } from './signing.ts'
import { type EventBody, newWorld, type User, type World } from './world.ts'

/** What is tried, and how patiently. */
export type Tried = {
  /** Where the receiver under test takes deliveries. */
  webhook: string
  /** An action behind the gate; without it nothing is said of actions. */
  gate?: string
  /** Where the app tells what it believes of a user; without it nothing is said of that. */
  state?: string
  /** The secret in force, and the one that is to follow it where the receiver knows both. */
  secrets: readonly [string, string?]
  /** How long a delivery may take, in ms. */
  limitMs: number
  /** How long it may take until what was delivered shows, in ms. */
  settleMs: number
  /** After what time without a change nothing more is expected, in ms. */
  quietMs: number
}

/** How a delivery differs from one that Shiming makes: signed by others, at another time, or changed afterwards. */
export type Differently = {
  secrets?: readonly string[]
  at?: number
  body?: string
  change?: (delivery: { headers: Record<string, string>; body: string }) => {
    headers: Record<string, string>
    body: string
  }
}

/** What the app under test believes of a user, as far as it tells. */
export type Belief = Partial<Readonly<Record<string, unknown>>>

/** Where the cases are played. */
export type Stage = {
  tried: Tried
  world: World
  api: PlayedApi
  /** Every delivery that was made so far. */
  deliveries: readonly Exchange[]
  /** Why nothing is told by actions, or by what the app believes; undefined where it is. */
  unseen: { actions?: InBoth; beliefs?: InBoth }
  /** Makes a delivery of an event. */
  deliver(event: EventBody, differently?: Differently): Promise<Exchange>
  /** A user of the app does what is behind the gate. */
  act(user: User): Promise<Exchange>
  /** Asks the app what it believes of a user. */
  ask(user: User): Promise<Exchange>
  close(): Promise<void>
}

/** Who takes longer than the limit is still waited for, so that nothing but its slowness is held against it. */
const PATIENCE = 3

/** Opens a stage for a run of that name, and plays Shiming's API on a port of this machine. Throws PortInUse. */
export const openStage = async (tried: Tried, { run, port }: { run: string; port: number }): Promise<Stage> => {
  const world = newWorld(run)
  const api = await playApi(world, port)
  const deliveries: Exchange[] = []
  const waitMs = tried.limitMs * PATIENCE
  const unseen = {
    ...(tried.gate === undefined && { actions: both('未给出 --gate', '--gate was not given') }),
    ...(tried.state === undefined && { beliefs: both('未给出 --state', '--state was not given') }),
  }

  return {
    ...{ tried, world, api, deliveries, unseen },
    async deliver(event, { secrets = [tried.secrets[0]], at = Date.now(), body, change } = {}) {
      const text = body ?? JSON.stringify(event)
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Shiming-Webhook/1',
        'webhook-id': event.id,
        'webhook-timestamp': String(Math.floor(at / 1000)),
        'webhook-signature': signatureBy(secrets, { id: event.id, at, body: text }),
      }
      const delivery = { headers, body: text }
      const made = await exchange({ method: 'POST', url: tried.webhook, ...(change?.(delivery) ?? delivery) }, waitMs)
      deliveries.push(made)
      return made
    },
    act({ externalId }) {
      const headers = { 'content-type': 'application/json', 'x-user': externalId }
      const body = JSON.stringify({ externalId })
      return exchange({ method: 'POST', url: tried.gate ?? '', headers, body }, waitMs)
    },
    ask({ externalId }) {
      const url = new URL(tried.state ?? '')
      url.searchParams.set('externalId', externalId)
      return exchange({ method: 'GET', url: url.href, headers: { accept: 'application/json' } }, waitMs)
    },
    close: () => api.stop(),
  }
}
