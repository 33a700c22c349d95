import { answering } from '../../shared/http/callers.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { textArrived } from '../consent/texting-store.ts'
import { heldIdentity } from '../gate/identity-store.ts'
import { gateKeys } from '../gate/keys.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { signedInAnswer } from './sessions/answer-sign-in.ts'
import { deviceOf } from './sessions/session.ts'
import { accountSettings } from './settings.ts'
import { markIn } from './wechat/visits/mark.ts'
import { signInUnknown } from './wechat/visits/sign-in-unknown.ts'
import { wechatJoinRoute } from './wechat-join.route.ts'

const settings = deployed(accountSettings, messagingSettings)
const table = announcingTable('TABLE')
const lastFourOf = async (accountId: string) =>
  heldIdentity(await table.get(gateKeys.identity(accountId)))?.lastFourIndex
const deps = {
  ...{ table, vault, keyRing, clock, ids, settings, lastFourOf, textHandedOn: textArrived },
  ...{ told: notices(ids, settings.keeping), publicUrl: env('PUBLIC_URL') },
}

const on = answering()

export const handler = serve(
  on(wechatJoinRoute, async ({ body: { startOver: startsOver, ...typed }, cookie, headers }) => {
    const device = deviceOf(headers['user-agent'])
    const signedIn = await signInUnknown(deps, markIn(cookie), { ...typed, startsOver, device })
    return signedInAnswer(deps, headers, signedIn, ({ wechat }) => ({ wechat }))
  }),
)
