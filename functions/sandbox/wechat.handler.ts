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
import { confirm } from './wechat/confirm.ts'
import { deskPage, openScan } from './wechat/desk.ts'
import {
  accessTokenRoute,
  authorizePressRoute,
  authorizeRoute,
  confirmPressRoute,
  confirmRoute,
  qrConnectRoute,
  qrRoute,
} from './wechat.route.ts'

const account = keptSecret('SECRET_WECHAT', readAccount)
const website = keptSecret('SECRET_WECHAT_WEBSITE', readAccount)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const sandbox = { table: tableNamed('SANDBOX_TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL'), pause }

const on = answering()

const wechatNow = async () => ({ ...sandbox, wechat: await account(), website: await website() })

const pageOn = (row: typeof authorizeRoute | typeof authorizePressRoute) =>
  on(row, async (request) => ok(await authorize(await wechatNow(), request)))

const confirmOn = (row: typeof confirmRoute | typeof confirmPressRoute) =>
  on(row, async (request) => ok(await confirm(await wechatNow(), request)))

export const handler = serve(
  pageOn(authorizeRoute),
  pageOn(authorizePressRoute),
  on(qrConnectRoute, async ({ rawQuery }) => ok(await openScan(await wechatNow(), rawQuery))),
  on(qrRoute, async ({ rawQuery }) => ok(await deskPage(await wechatNow(), rawQuery))),
  confirmOn(confirmRoute),
  confirmOn(confirmPressRoute),
  on(accessTokenRoute, async ({ rawQuery }) => ok(await accessToken(await wechatNow(), rawQuery))),
)
