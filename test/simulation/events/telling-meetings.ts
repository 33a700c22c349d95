import { recoverDeliveries } from '../../../functions/webhooks/delivering/recover-deliveries.ts'
import { redeliver } from '../../../functions/webhooks/delivering/redeliver.ts'
import { createEndpoint } from '../../../functions/webhooks/endpoints/create-endpoint.ts'
import { editEndpoint, giveSecret, removeEndpoint } from '../../../functions/webhooks/endpoints/edit-endpoint.ts'
import { endpointsOf } from '../../../functions/webhooks/endpoints/endpoint-store.ts'
import { sendTest } from '../../../functions/webhooks/endpoints/send-test.ts'
import { webhookKeys } from '../../../functions/webhooks/keys.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { answering, attempted, happen, kept, relayed, SUBJECT, stored } from '../../webhooks/fixture.ts'
import type { Begin, Meeting } from '../two/meet.ts'
import { platform, quiet, type TellingWorld } from './telling-world.ts'

const HERE = 'https://hooks.example.com/in'
const THERE = 'https://other.example.com/in'

const tells: Begin<TellingWorld> = (at) => relayed(at)
const delivers =
  (id: string, sequence = 1): Begin<TellingWorld> =>
  (at) =>
    attempted(at, id, sequence)
const happens: Begin<TellingWorld> = async (at) => {
  await happen(at, 1)
  return 'happened'
}

/** Nobody takes anything for now; in the end everybody does. */
const refusing = (at: TellingWorld, status = 500): void => {
  at.says.all = answering(status)
}
const afterAll = async (at: TellingWorld): Promise<void> => {
  at.says.all = answering(204)
  await quiet(at)
}

/** A platform to which so many events are owed. */
const owing = async (count: number, ...urls: string[]) => {
  const made = await platform(...urls)
  await happen(made.at, count)
  await relayed(made.at)
  made.at.queue.sent.length = 0
  return made
}

const waiting = async (count: number, ...urls: string[]) => {
  const made = await platform(...urls)
  await happen(made.at, count)
  made.at.queue.sent.length = 0
  return made
}

type Prepared = Awaited<ReturnType<Meeting<TellingWorld>['prepare']>>

const meeting = (name: string, prepare: () => Promise<Omit<Prepared, 'after'>>): Meeting<TellingWorld> => ({
  name,
  prepare: async () => ({ after: afterAll, ...(await prepare()) }),
})

/** Two who have to do with the same events at the same time. */
export const tellingMeetings: readonly Meeting<TellingWorld>[] = [
  meeting('two who tell of the same subject', async () => {
    const { at } = await waiting(3, HERE, THERE)
    return { at, first: tells, second: tells }
  }),
  meeting('one who tells, and something that happens meanwhile', async () => {
    const { at } = await waiting(2, HERE)
    return { at, first: tells, second: happens }
  }),
  meeting('one who tells, and an endpoint that comes', async () => {
    const { at } = await waiting(1, HERE)
    return { at, first: tells, second: (its) => createEndpoint(its, { url: THERE, events: ['*'] }) }
  }),
  meeting('two endpoints that come at the same time', async () => {
    const { at } = await waiting(1, HERE)
    const comes =
      (url: string): Begin<TellingWorld> =>
      (its) =>
        createEndpoint(its, { url, events: ['*'] })
    return {
      at,
      first: comes(THERE),
      second: comes('https://third.example.com/in'),
      judge: (answers) => {
        const many = endpointsOf(stored(at, webhookKeys.endpoints())).size
        return many < 3 && answers.every((one) => one === 'ok') ? [`${many} endpoints are there`] : []
      },
    }
  }),
  meeting('two who change the same endpoint', async () => {
    const { at, ids } = await owing(1, HERE)
    const id = String(ids[0])
    const { publicKey } = kept(at, id)
    return {
      at,
      first: (its) => editEndpoint(its, { id, events: ['account.*'] }),
      second: (its) => giveSecret(its, { id, keepOldMs: HOUR }),
      judge: () => {
        const { events, publicKey: now } = kept(at, id)
        return [
          ...(events.join() === 'account.*' ? [] : ['what it listens to was undone']),
          ...(now === publicKey ? ['the new secret was undone'] : []),
        ]
      },
    }
  }),
  meeting('one who tells, and an endpoint that is taken away', async () => {
    const { at, ids } = await waiting(2, HERE, THERE)
    at.owners.delete(String(ids[1]))
    return { at, first: tells, second: (its) => removeEndpoint(its, String(ids[1])) }
  }),
  meeting('one who tells, and an owner who disables an endpoint', async () => {
    const { at, ids } = await waiting(2, HERE, THERE)
    const id = String(ids[1])
    at.owners.delete(id)
    return { at, first: tells, second: (its) => editEndpoint(its, { id, enabled: false }) }
  }),
  meeting('two who deliver the same', async () => {
    const { at, ids } = await owing(1, HERE)
    return { at, first: delivers(String(ids[0])), second: delivers(String(ids[0])) }
  }),
  meeting('two who deliver two of one subject', async () => {
    const { at, ids } = await owing(2, HERE)
    return { at, first: delivers(String(ids[0]), 1), second: delivers(String(ids[0]), 2) }
  }),
  meeting('two who deliver the same to where it is not taken', async () => {
    const { at, ids } = await owing(1, HERE)
    refusing(at)
    return { at, first: delivers(String(ids[0])), second: delivers(String(ids[0])) }
  }),
  meeting('one who delivers in vain, and the next of the subject', async () => {
    const { at, ids } = await owing(2, HERE)
    refusing(at)
    return { at, first: delivers(String(ids[0]), 1), second: delivers(String(ids[0]), 2) }
  }),
  meeting('one who delivers, and somebody who has it delivered anew', async () => {
    const { at, ids } = await owing(1, HERE)
    const asked = { endpointId: String(ids[0]), deliveryId: `account.${SUBJECT.id}.1` }
    const anew: Begin<TellingWorld> = (its) => redeliver(its, asked, (_of, writes) => its.table.commit(writes))
    return { at, first: delivers(String(ids[0])), second: anew }
  }),
  meeting('two who deliver to where nobody lives any more', async () => {
    const { at, ids } = await owing(2, HERE, THERE)
    const id = String(ids[0])
    at.owners.delete(id)
    at.says.at.set(HERE, answering(410))
    return { at, first: delivers(id, 1), second: delivers(id, 1) }
  }),
  meeting('one who finds that nobody lives there, and an owner who says where they do', async () => {
    const { at, ids } = await owing(1, HERE)
    const id = String(ids[0])
    at.owners.delete(id)
    at.says.at.set(HERE, answering(410))
    return {
      at,
      first: delivers(id),
      second: (its) => editEndpoint(its, { id, url: THERE }),
      judge: () => (kept(at, id).disabled ? ['what was at another address disables it'] : []),
    }
  }),
  meeting('one who finds an endpoint failing for days, and an owner who has it mended', async () => {
    const { at, ids } = await owing(2, HERE, THERE)
    const id = String(ids[0])
    at.owners.delete(id)
    at.says.at.set(HERE, answering(500))
    await attempted(at, id, 1)
    at.time.now += 3 * DAY
    return {
      at,
      first: delivers(id),
      second: (its) => editEndpoint(its, { id, url: 'https://hooks.example.com/mended' }),
      judge: () => (kept(at, id).disabled ? ['what was at another address disables it'] : []),
    }
  }),
  meeting('one who asks to be left alone, and the next', async () => {
    const { at, ids } = await owing(2, HERE)
    at.says.all = answering(429, { 'retry-after': '600' })
    return { at, first: delivers(String(ids[0]), 1), second: delivers(String(ids[0]), 2) }
  }),
  meeting('one who delivers, and an endpoint that is taken away', async () => {
    const { at, ids } = await owing(2, HERE)
    at.owners.delete(String(ids[0]))
    return { at, first: delivers(String(ids[0])), second: (its) => removeEndpoint(its, String(ids[0])) }
  }),
  meeting('one who delivers, and a secret that is changed', async () => {
    const { at, ids } = await owing(1, HERE)
    const id = String(ids[0])
    return { at, first: delivers(id), second: (its) => giveSecret(its, { id, keepOldMs: HOUR }) }
  }),
  meeting('one who has delivered anew what was missed, and one who delivers', async () => {
    const { at, ids } = await owing(1, HERE)
    const id = String(ids[0])
    await editEndpoint(at, { id, enabled: false })
    await attempted(at, id, 1)
    await editEndpoint(at, { id, enabled: true })
    const recovers: Begin<TellingWorld> = (its) => recoverDeliveries(its, { endpointId: id, since: 0 })
    return { at, first: recovers, second: delivers(id) }
  }),
  meeting('a test, and one who tells', async () => {
    const { at, ids } = await waiting(1, HERE)
    const id = String(ids[0])
    return { at, first: (its) => sendTest(its, id), second: (its) => relayed(its, { kind: 'endpoint', id }) }
  }),
]
