import { hourOf } from '../../functions/account/limits/window.ts'
import { saveChannel } from '../../functions/messaging/edit-channels.ts'
import { bearerClaim } from '../../functions/messaging/sending/find-sender.ts'
import { send } from '../../functions/messaging/sending/send.ts'
import type { Settings } from '../../functions/settings.ts'
import { createEndpoint } from '../../functions/webhooks/endpoints/create-endpoint.ts'
import { MOST_ENDPOINTS } from '../../functions/webhooks/endpoints/endpoint.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { nextBeijingDay, SECOND } from '../../shared/kernel/time.ts'
import { FAR_LIMITS } from '../far-limits.ts'
import { NOON, person, sending, world } from '../messaging/fixture.ts'
import { world as webhooks } from '../webhooks/fixture.ts'
import { type Drive, NEAR } from './drive.ts'

const sends =
  (near: Partial<Settings['sending']>, endsAt: number): Drive =>
  async () => {
    const at = world(sending({ ...FAR_LIMITS.sending, ...near }))
    const { session } = await person(at)
    const draft = { title: 'disk', content: 'disk is full', template: 'txt', channel: 'inbox' } as const
    const by = (who: string) => send(at, bearerClaim(who), ok(draft))
    const elsewhere = async () => by((await person(at)).session)
    return { most: NEAR, time: at.time, once: () => by(session), elsewhere, endsAt }
  }

const channels: Drive = async () => {
  const at = world()
  const { accountId } = await person(at)
  const url = 'https://hooks.example.com/in'
  let nth = 0
  const once = () => {
    nth += 1
    return saveChannel(at, { accountId, code: `ops${nth}`, url })
  }
  const elsewhere = async () => saveChannel(at, { accountId: (await person(at)).accountId, code: 'ops', url })
  return { most: 20, time: at.time, once, elsewhere }
}

const endpoints: Drive = async () => {
  const at = webhooks()
  const once = () => createEndpoint(at, { url: 'https://hooks.example.com/in', events: ['*'] })
  return { most: MOST_ENDPOINTS, time: at.time, once }
}

export const sendingDrives: Readonly<Record<string, Drive>> = {
  'sending.perDay': sends({ perDay: NEAR }, nextBeijingDay(NOON)),
  'sending.perMinute': sends({ perMinute: NEAR }, NOON + 55 * SECOND),
  'sending.sameContentPerHour': sends({ sameContentPerHour: NEAR }, hourOf(NOON).endsAt),
  channels,
  endpoints,
}
