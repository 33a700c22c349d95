import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { wechatWays } from '../vendors/wechat-ways.ts'
import { accountSettings } from './settings.ts'
import { answerReturn, returnUrlAt } from './wechat/visits/answer-return.ts'
import { answerVisit } from './wechat/visits/answer-visit.ts'
import { markIn } from './wechat/visits/mark.ts'
import { openSignIn } from './wechat/visits/open-visit.ts'
import { signInCallbackRoute, waysRoute, wechatSignInRoute } from './wechat-sign-in.route.ts'

const settings = deployed(accountSettings, frontSettings, messagingSettings, vendorSettings)
const { offered, wechat } = wechatWays({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock })
const { alarm, note, fault } = observer
const publicUrl = env('PUBLIC_URL')
const deps = {
  ...{ table: announcingTable('TABLE'), vault, clock, ids, settings, wechat, pause, alarm, note, fault, publicUrl },
  told: notices(ids, settings.keeping),
  returnUrl: returnUrlAt(publicUrl),
}

const on = answering()

export const handler = serve(
  on(waysRoute, async () => ok({ status: 200, body: { ways: offered } })),
  on(wechatSignInRoute, async (request) => {
    const sourceIp = sourceAddress(request, settings.proxies)
    return answerVisit(await openSignIn(deps, { ...request.body, mark: markIn(request.cookie), sourceIp }))
  }),
  on(signInCallbackRoute, async (request) => ok(await answerReturn(deps, request))),
)
