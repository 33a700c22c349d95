import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { sandboxSettings } from './settings.ts'
import { accessToken } from './wechat/access-token.ts'
import { readAccount } from './wechat/account.ts'
import { authorize } from './wechat/authorize.ts'
import { accessTokenRoute, authorizePressRoute, authorizeRoute } from './wechat.route.ts'

const account = keptSecret('SECRET_WECHAT', readAccount)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const sandbox = { table: tableNamed('SANDBOX_TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL'), pause }

const on = answering()

const pageOn = (row: typeof authorizeRoute | typeof authorizePressRoute) =>
  on(row, async (request) => ok(await authorize({ ...sandbox, wechat: await account() }, request)))

export const handler = serve(
  pageOn(authorizeRoute),
  pageOn(authorizePressRoute),
  on(accessTokenRoute, async ({ rawQuery }) =>
    ok(await accessToken({ ...sandbox, wechat: await account() }, rawQuery)),
  ),
)
