import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { sightBy } from './see-card.ts'
import { sandboxSettings } from './settings.ts'
import { readStandIns } from './stand-ins.ts'
import { serveTencentCloud } from './tencent-cloud/serve.ts'
import { cardOcrRoute } from './tencent-cloud.route.ts'

/** Below and above these a vendor sees nothing either. */
const terms = { sharpness: 6, dark: 60, bright: 235 }

// Models and decoder are large: they are loaded with the first picture.
const openSight = async () => {
  const { recogniserInHouse } = await import('../documents/recognition/read-card.ts')
  const eyes = recogniserInHouse({
    open: async (picture) => (await import('../material/picture/open-pixels.ts')).openPixels(picture),
    eyes: async () => (await import('../documents/recognition/local/open-eyes.ts')).openEyes(),
    terms,
  })
  return sightBy(eyes, clock)
}
let opened: ReturnType<typeof openSight> | undefined
const sight = async (picture: Uint8Array) => {
  opened ??= openSight()
  return (await opened)(picture)
}

const standIns = keptSecret('SECRET_SANDBOX', readStandIns)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const sandbox = { table: tableNamed('SANDBOX_TABLE'), clock, ids, settings, publicUrl: env('PUBLIC_URL'), pause, sight }

const on = answering()

export const handler = serve(
  on(cardOcrRoute, async (call) => ok(await serveTencentCloud({ ...sandbox, ...(await standIns()) }, 'ocr', call))),
)
