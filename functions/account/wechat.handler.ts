import { setTimeout as pause } from 'node:timers/promises'
import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { wechatOAuth } from '../vendors/wechat-oauths.ts'
import { bySession } from './sessions/session-guards.ts'
import { accountSettings } from './settings.ts'
import { answerCallback, callbackUrlAt } from './wechat/answer-callback.ts'
import { openAuthorization } from './wechat/open-authorization.ts'
import { authorizationRoute, callbackRoute } from './wechat.route.ts'

const settings = deployed(accountSettings, vendorSettings)
const { vendor: limits } = settings
const wechat = wechatOAuth({ secret: keptSecret, env: optionalEnv, limits, clock })
const { alarm, note, fault } = observer
const publicUrl = env('PUBLIC_URL')
const callbackUrl = callbackUrlAt(publicUrl)
const deps = {
  table: tableNamed('TABLE'),
  clock,
  ids,
  settings,
  wechat,
  pause,
  alarm,
  note,
  fault,
  publicUrl,
  callbackUrl,
}

const on = answering(bySession(deps))

export const handler = serve(
  on(authorizationRoute, async ({ body }, caller) =>
    answered(201, await openAuthorization(deps, caller, body.returnPath), ({ url, expiresAt }) => ({
      url,
      expiresAt: rfc3339(expiresAt),
    })),
  ),
  on(callbackRoute, async (request) => ok(await answerCallback(deps, request))),
)
