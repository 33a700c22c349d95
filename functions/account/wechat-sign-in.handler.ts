import { setTimeout as pause } from 'node:timers/promises'
import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
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
import { wechatWays } from '../vendors/wechat-oauths.ts'
import { accountSettings } from './settings.ts'
import { answerReturn, returnUrlAt } from './wechat/visits/answer-return.ts'
import { markCookie, markIn } from './wechat/visits/mark.ts'
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
    const opened = await openSignIn(deps, { ...request.body, mark: markIn(request.cookie), sourceIp })
    const answer = answered(201, opened, ({ url, expiresAt }) => ({ url, expiresAt: rfc3339(expiresAt) }))
    return opened.ok && answer.ok ? ok({ ...answer.value, cookies: [markCookie(opened.value.mark)] }) : answer
  }),
  on(signInCallbackRoute, async (request) => ok(await answerReturn(deps, request))),
)
