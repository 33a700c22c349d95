import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { sightBy } from './see-card.ts'
import { licenceSightBy } from './see-licence.ts'
import { sandboxSettings } from './settings.ts'
import { readStandIns } from './stand-ins.ts'
import { serveTencentCloud } from './tencent-cloud/serve.ts'
import { cardOcrRoute } from './tencent-cloud.route.ts'

/** Below and above these a vendor sees nothing either. */
const terms = { sharpness: 6, dark: 60, bright: 235 }

const seeing = {
  open: async (picture: Uint8Array) => (await import('../material/picture/open-pixels.ts')).openPixels(picture),
  eyes: async () => (await import('../documents/recognition/local/open-eyes.ts')).openEyes(),
  terms,
}

// Models and decoder are large: they are loaded with the first picture.
const see = atFirstUse(async () => {
  const { recogniserInHouse, readTexts } = await import('../documents/recognition/read-card.ts')
  const licences = licenceSightBy(async (picture) => {
    const texts = await readTexts(seeing, picture)
    return typeof texts === 'string' ? texts : texts.lines.map(({ text }) => text)
  })
  return { cards: sightBy(recogniserInHouse(seeing), clock), licences }
})
const sight = async (picture: Uint8Array) => (await see()).cards(picture)
const licenceSight = async (picture: Uint8Array) => (await see()).licences(picture)

const standIns = keptSecret('SECRET_SANDBOX', readStandIns)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const sandbox = {
  table: tableNamed('SANDBOX_TABLE'),
  clock,
  ids,
  settings,
  publicUrl: env('PUBLIC_URL'),
  pause,
  sight,
  licenceSight,
}

const on = answering()

export const handler = serve(
  on(cardOcrRoute, async (call) => ok(await serveTencentCloud({ ...sandbox, ...(await standIns()) }, 'ocr', call))),
)
