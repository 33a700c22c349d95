import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { facePage } from './face/face-page.ts'
import { sandboxSettings } from './settings.ts'
import { readStandIns } from './stand-ins.ts'
import { serveTencentCloud } from './tencent-cloud/serve.ts'
import {
  faceIdRoute,
  mailSendingRoute,
  smsSendingRoute,
  tencentFacePageRoute,
  tencentFacePressRoute,
} from './tencent-cloud.route.ts'

const standIns = keptSecret('SECRET_SANDBOX', readStandIns)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const sandbox = { table: tableNamed('SANDBOX_TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL'), pause }

const on = answering()

export const handler = serve(
  on(faceIdRoute, async (call) => ok(await serveTencentCloud({ ...sandbox, ...(await standIns()) }, 'faceid', call))),
  on(smsSendingRoute, async (call) => ok(await serveTencentCloud({ ...sandbox, ...(await standIns()) }, 'sms', call))),
  on(mailSendingRoute, async (call) => ok(await serveTencentCloud({ ...sandbox, ...(await standIns()) }, 'ses', call))),
  on(tencentFacePageRoute, async (call) => ok(await facePage(sandbox, 'tencent', call))),
  on(tencentFacePressRoute, async (call) => ok(await facePage(sandbox, 'tencent', call))),
)
