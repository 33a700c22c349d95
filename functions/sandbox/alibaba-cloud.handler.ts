import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { readAccount } from './alibaba-cloud/account.ts'
import { serveAlibabaCloud } from './alibaba-cloud/serve.ts'
import {
  alibabaCloudRoute,
  alibabaFacePageRoute,
  alibabaFacePressRoute,
  alibabaSmsRoute,
} from './alibaba-cloud.route.ts'
import { facePage } from './face/face-page.ts'
import { sandboxSettings } from './settings.ts'

const account = keptSecret('SECRET_ALIBABA_CLOUD', readAccount)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const sandbox = { table: tableNamed('SANDBOX_TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL'), pause }

const on = answering()

const standIn = async () => ({ ...sandbox, alibabaCloud: await account() })

export const handler = serve(
  on(alibabaCloudRoute, async (call) => ok(await serveAlibabaCloud(await standIn(), 'cloudauth', call))),
  on(alibabaSmsRoute, async (call) => ok(await serveAlibabaCloud(await standIn(), 'sms', call))),
  on(alibabaFacePageRoute, async (call) => ok(await facePage(sandbox, 'alibaba', call))),
  on(alibabaFacePressRoute, async (call) => ok(await facePage(sandbox, 'alibaba', call))),
)
