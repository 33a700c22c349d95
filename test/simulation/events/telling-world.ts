import { pointerTo } from '../../../functions/keys.ts'
import { endpointsOf } from '../../../functions/webhooks/endpoints/endpoint-store.ts'
import { webhookKeys } from '../../../functions/webhooks/keys.ts'
import type { OutgoingRequest, Reply } from '../../../shared/http/outgoing.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { drain, endpoint, stored, type World, world } from '../../webhooks/fixture.ts'
import { laneFaults } from './telling-rules.ts'

/**
 * Where events are told. `taken`: what each endpoint has taken, by what it answered; `owners`: endpoints that must have everything that
 * happens; `violations`: what was seen while somebody was called.
 */
export type TellingWorld = World & { taken: Set<string>; owners: Set<string>; violations: string[] }

const isTaken = (reply: Reply): boolean => reply.kind === 'answered' && reply.status >= 200 && reply.status < 300

/** A platform with one endpoint at that address, or more, each of which must have everything. */
export const platform = async (...urls: string[]): Promise<{ at: TellingWorld; ids: string[] }> => {
  const made = world()
  const at: TellingWorld = { ...made, taken: new Set(), owners: new Set(), violations: [] }
  const call = made.call
  at.call = async (request: OutgoingRequest): Promise<Reply> => {
    const all = [...endpointsOf(stored(at, webhookKeys.endpoints())).values()]
    const there = all.filter(({ url }) => url === request.url)
    const event = request.headers['webhook-id'] ?? ''
    const [only] = there
    /** By its address, or taken away while it was called. */
    const isThere = (id: string): boolean => there.some((one) => one.id === id) || !all.some((one) => one.id === id)
    if (only && there.length === 1) at.violations.push(...laneFaults(at.memory.items(), only.id, event, at.time.now))
    const reply = await call(request)
    if (isTaken(reply))
      for (const { endpointId, eventId } of at.memory.items())
        if (eventId === event && isThere(String(endpointId))) at.taken.add(`${endpointId} ${event}`)
    return reply
  }
  const ids: string[] = []
  for (const url of urls) ids.push((await endpoint(at, { url })).id)
  for (const id of ids) at.owners.add(id)
  return { at, ids }
}

/** More than any run needs that ever comes to rest. */
const MOST_ROUNDS = 60

/** Whatever is owed is done, as time goes on and the sweep finds it. */
export const quiet = async (at: TellingWorld): Promise<void> => {
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    await drain(at)
    at.later.length = 0
    const due = at.memory.items().filter(({ dueAt }) => typeof dueAt === 'number')
    if (due.length === 0) return
    at.time.now = Math.max(at.time.now, Math.min(...due.map(({ dueAt }) => Number(dueAt)))) + MINUTE
    for (const item of due.filter(({ dueAt }) => Number(dueAt) <= at.time.now)) {
      const pointer = pointerTo(item)
      if (pointer) at.queue.sent.push(pointer)
    }
  }
  at.violations.push('it does not come to rest')
}
